import type { Instant } from '../domain/time.ts';
import { instantWords, relativeWords } from './format.ts';
import { useWords } from './words-context.tsx';
import styles from './hidden.module.css';

/** How far away an instant is, with the instant itself on hover and for a screen reader. */
export function RelativeTime({ at, now }: { readonly at: Instant; readonly now: Instant }) {
  const words = useWords();
  const absolute = instantWords(at, words);
  return (
    <time dateTime={at} title={absolute}>
      <span suppressHydrationWarning>{relativeWords(at, now, words)}</span>
      <span className={styles['hidden']} suppressHydrationWarning>{` (${absolute})`}</span>
    </time>
  );
}

/** The instant in the shop's timezone. Two versions of Intl may differ in a space. */
export function AbsoluteTime({ at }: { readonly at: Instant }) {
  const words = useWords();
  return (
    <time dateTime={at} suppressHydrationWarning>
      {instantWords(at, words)}
    </time>
  );
}

/** The instant in the shop's timezone, and beneath it how far away that is. */
export function WholeTime({ at, now }: { readonly at: Instant; readonly now: Instant }) {
  const words = useWords();
  return (
    <time dateTime={at} suppressHydrationWarning>
      {instantWords(at, words)}{' '}
      <span suppressHydrationWarning>{relativeWords(at, now, words)}</span>
    </time>
  );
}
