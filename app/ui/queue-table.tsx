import { Card } from '@shopify/polaris';
import type { Instant } from '../domain/time.ts';
import type { Seen } from './placed-rows.ts';
import { QueueRow } from './queue-row.tsx';
import type { useDecisions } from './use-decisions.ts';
import { useWords } from './words-context.tsx';
import styles from './queue-table.module.css';

const columns = [
  ['order', 'order'],
  ['why', 'why'],
  ['amount', 'amount'],
  ['act-by', 'act-by'],
  ['odds', 'probability'],
  ['party', 'responsible'],
  ['standing', 'status'],
] as const;

/**
 * A table, which CSS makes a list of cards where it is narrow. Polaris' IndexTable measures itself in the
 * browser first: the page would jump after it was shown, and a click took several hundred milliseconds.
 */
export function QueueTable({
  placed,
  now,
  caption,
  isBusy,
  decisions,
}: {
  readonly placed: readonly Seen[];
  readonly now: Instant;
  readonly caption: string;
  readonly isBusy: boolean;
  readonly decisions: ReturnType<typeof useDecisions>;
}) {
  const { t } = useWords();
  return (
    <Card padding="0">
      <table className={styles['table']} aria-busy={isBusy}>
        <caption className={styles['caption']}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(([style, column]) => (
              <th key={column} scope="col" className={styles[style]}>
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {placed.map(({ suggestion }) => (
            <QueueRow
              key={suggestion.id}
              suggestion={suggestion}
              now={now}
              deciding={decisions.decidingOf(suggestion.id)}
              decide={decisions.decide}
              forget={decisions.forget}
            />
          ))}
        </tbody>
      </table>
    </Card>
  );
}
