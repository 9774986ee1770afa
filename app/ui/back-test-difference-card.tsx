import { Link, Text } from '@shopify/polaris';
import { cameOutAs, type BackTest, type TestedOrder } from '../domain/backtest/back-test.ts';
import { measuresOf } from '../domain/backtest/measures.ts';
import { moneyPerThousand, usualAssumptions } from '../domain/backtest/summary.ts';
import { numericIdOf } from '../domain/ids.ts';
import { counted } from './back-test-measures.ts';
import { estimateWords, testName } from './back-test-words.ts';
import { codeWords } from './code-words.ts';
import { FiguresTable } from './figures-table.tsx';
import { dayWords, moneyWords, numberWords } from './format.ts';
import { SectionCard } from './section-card.tsx';
import type { Words } from './words.ts';
import { useWords } from './words-context.tsx';

export interface Differing {
  readonly other: BackTest;
  readonly count: number;
  readonly orders: readonly {
    readonly one: TestedOrder | null;
    readonly other: TestedOrder | null;
  }[];
}

/** Two back-tests side by side, and the orders that they treat otherwise. */
export function DifferenceCard({
  one,
  differing: { other, count, orders },
}: {
  readonly one: BackTest;
  readonly differing: Differing;
}) {
  const words = useWords();
  const { t } = words;
  const title = t('back-test.difference.title');
  const names = [testName(one, words), testName(other, words)];
  const first = figuresOf(one, words);
  const second = figuresOf(other, words);
  return (
    <SectionCard title={title}>
      <FiguresTable
        stacks
        caption={title}
        heads={[t('back-test.difference.figure'), ...names]}
        rows={first.map(([name, figure], row) => [name, figure, second[row]?.[1] ?? ''])}
      />
      <Text as="p">{t('back-test.difference.orders', { count })}</Text>
      {orders.length > 0 && (
        <FiguresTable
          stacks
          caption={t('back-test.difference.caption')}
          heads={[t('back-test.column.order'), ...names, t('back-test.column.came')]}
          rows={orders.flatMap((pair) => {
            const known = pair.one ?? pair.other;
            if (!known) return [];
            return [
              [
                <Link key="order" url={`shopify:admin/orders/${numericIdOf(known.orderId)}`}>
                  {known.orderName}
                </Link>,
                actWords(pair.one, words),
                actWords(pair.other, words),
                t(`back-test.came.${cameOutAs({ truth: known.truth, act: true })}`),
              ],
            ];
          })}
        />
      )}
    </SectionCard>
  );
}

function figuresOf({ summary }: BackTest, words: Words): readonly (readonly [string, string])[] {
  const { t } = words;
  const all = measuresOf(summary.all);
  const { money } = summary;
  return [
    ...counted.map(
      (name) => [t(`back-test.measure.${name}`), numberWords(all[name], words)] as const,
    ),
    ...(['precision', 'recall', 'recallBeforeWord'] as const).map(
      (name) => [t(`back-test.measure.${name}`), estimateWords(all[name], words)] as const,
    ),
    [
      t('back-test.money.net'),
      money
        ? moneyWords(moneyPerThousand(money, usualAssumptions(money)).net, words)
        : t('back-test.none'),
    ],
  ];
}

function actWords(order: TestedOrder | null, words: Words): string {
  if (!order?.act) return words.t('back-test.difference.nothing');
  const { at, ground } = order.act;
  return [dayWords(at, words), codeWords('ground', ground, words)].join(
    words.t('detail-separator'),
  );
}
