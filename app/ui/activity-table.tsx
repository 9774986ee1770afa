import { Link } from '@remix-run/react';
import { Card } from '@shopify/polaris';
import type { ActivityRow } from '../domain/activity.ts';
import { numericIdOf } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import styles from './activity-table.module.css';
import { actorWords, auditWords } from './audit-words.ts';
import { WholeTime } from './time-words.tsx';
import { useWords } from './words-context.tsx';

/** A table, which CSS makes a list of cards where it is narrow, as the queue's. */
export function ActivityTable({
  rows,
  now,
  isBusy,
}: {
  readonly rows: readonly ActivityRow[];
  readonly now: Instant;
  readonly isBusy: boolean;
}) {
  const words = useWords();
  const { t } = words;
  return (
    <Card padding="0">
      <table className={styles['table']} aria-busy={isBusy}>
        <caption className={styles['caption']}>{t('activity.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('activity.when')}</th>
            <th scope="col">{t('activity.what')}</th>
            <th scope="col">{t('column.order')}</th>
            <th scope="col">{t('activity.who')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={styles['row']} data-event={row.id}>
              <td className={styles['when']}>
                <WholeTime at={row.at} now={now} />
              </td>
              <th scope="row" className={styles['what']}>
                {auditWords(row, words)}
              </th>
              <td className={styles['order']}>
                <OrderOf row={row} />
              </td>
              <td className={styles['who']}>{actorWords(row.actor, words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

/** The order by its name, as a way to its suggestion; by its number, where there is none. */
function OrderOf({ row }: { readonly row: ActivityRow }) {
  const { suggestionId, orderName, orderId } = row;
  if (suggestionId !== null && orderName !== null) {
    return <Link to={`/app/suggestions/${suggestionId}`}>{orderName}</Link>;
  }
  return orderId === null ? null : numericIdOf(orderId);
}
