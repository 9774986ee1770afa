import { Banner } from '@shopify/polaris';
import type { Instant } from '../domain/time.ts';
import { instantWords } from './format.ts';
import { useWords } from './words-context.tsx';
import styles from './connection-note.module.css';

/**
 * The last reload got no answer: what is shown is as it was, and the next try comes by itself. It floats
 * at the bottom edge: above the page it would move what the merchant is about to click.
 */
export function ConnectionNote({ asOf }: { readonly asOf: Instant }) {
  const words = useWords();
  return (
    <div className={styles['edge']}>
      <Banner tone="warning" title={words.t('connection.lost')}>
        {words.t('connection.as-of', { at: instantWords(asOf, words) })}
      </Banner>
    </div>
  );
}
