import { Banner } from '@shopify/polaris';
import type { Instant } from '../domain/time.ts';
import { instantWords } from './format.ts';
import { useWords } from './words-context.tsx';

/** The last reload got no answer: what is shown is as it was, and the next try comes by itself. */
export function ConnectionNote({ asOf }: { readonly asOf: Instant }) {
  const words = useWords();
  return (
    <Banner tone="warning" title={words.t('connection.lost')}>
      {words.t('connection.as-of', { at: instantWords(asOf, words) })}
    </Banner>
  );
}
