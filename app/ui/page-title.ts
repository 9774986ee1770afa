import { useMatches } from '@remix-run/react';
import type { Words } from './words.ts';
import { useWords } from './words-context.tsx';

/** A route's `handle`: how its page is called, from what its loader brought (undefined when that failed). */
export interface TitledHandle<Data = unknown> {
  readonly title: (words: Words, data: Data | undefined) => string;
}

/** The name of the innermost page that has one, for the document and for the admin's bar. */
export function usePageTitle(): string {
  const words = useWords();
  const titled = useMatches().findLast(({ handle }) => isTitled(handle));
  return titled && isTitled(titled.handle)
    ? titled.handle.title(words, titled.data)
    : words.t('app.name');
}

function isTitled(handle: unknown): handle is TitledHandle {
  return typeof handle === 'object' && handle !== null && 'title' in handle;
}
