import { Link } from '@remix-run/react';
import { mostCounted, queueTabs, type QueuePage, type QueueQuery } from '../domain/queue.ts';
import { numberWords } from './format.ts';
import { changedQuery, queueUrl } from './queue-url.ts';
import { useWords } from './words-context.tsx';
import styles from './queue-tabs.module.css';

/** Links, since each tab has an address; filters stay when the tab changes. */
export function QueueTabs({
  query,
  counts,
}: {
  readonly query: QueueQuery;
  readonly counts: QueuePage['counts'];
}) {
  const words = useWords();
  const { t } = words;
  const countWords = (count: number) =>
    count > mostCounted
      ? t('tab-count-above', { most: numberWords(mostCounted, words) })
      : numberWords(count, words);
  return (
    <nav aria-label={t('queue.tabs')}>
      <ul className={styles['tabs']}>
        {queueTabs.map((tab) => (
          <li key={tab}>
            <Link
              to={queueUrl(changedQuery(query, { tab }))}
              {...(tab === query.tab ? { 'aria-current': 'page' } : {})}
            >
              {t(`tab.${tab}`)}
              <span className={styles['count']}>{countWords(counts[tab])}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
