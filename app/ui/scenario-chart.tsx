import { Group } from '@visx/group';
import { scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import { Text } from '@shopify/polaris';
import { compare, larger, ratio, type Money } from '../domain/money.ts';
import type { ScenarioSum } from '../domain/overview/figures.ts';
import { ChartFigure, Drawing } from './chart-figure.tsx';
import { codeWords } from './code-words.ts';
import { currencyWords, joinSentences, moneyWords, numberWords } from './format.ts';
import type { Words } from './words.ts';
import { useWords } from './words-context.tsx';
import styles from './chart.module.css';

const rowHeight = 42;
const barHeight = 14;
/** Of more currencies the figures are in the table. */
const mostDrawn = 3;

/** What the period's suggestions came to by scenario; each currency has a drawing and a scale of its own. */
export function ScenarioChart({ scenarios }: { readonly scenarios: readonly ScenarioSum[] }) {
  const words = useWords();
  const { t } = words;
  const currencies = byCurrency(scenarios);
  const drawn = currencies.slice(0, mostDrawn);
  const findings = drawn.map((sums) => findingOf(sums, words));
  return (
    <ChartFigure
      title={t('overview.scenarios.title')}
      finding={joinSentences(findings, words)}
      heads={[
        t('filter.scenario'),
        t('filter.currency'),
        t('overview.sources.count'),
        t('column.amount'),
      ]}
      rows={currencies
        .flat()
        .map(({ scenario, count, amount }) => [
          codeWords('scenario', scenario, words),
          amount.currencyCode,
          numberWords(count, words),
          moneyWords(amount, words),
        ])}
    >
      {drawn.map((sums, index) => {
        const [{ amount }] = sums;
        return (
          <div key={amount.currencyCode} className={styles['panel']}>
            {drawn.length > 1 && (
              <Text as="h3" variant="headingSm">
                {currencyWords(amount.currencyCode, words)}
              </Text>
            )}
            <Drawing
              label={findings[index] ?? ''}
              height={sums.length * rowHeight}
              draw={(width) => <AmountBars sums={sums} width={width} words={words} />}
            />
          </div>
        );
      })}
    </ChartFigure>
  );
}

function AmountBars({
  sums,
  width,
  words,
}: {
  readonly sums: Sums;
  readonly width: number;
  readonly words: Words;
}) {
  const most = sums.map(({ amount }) => amount).reduce(larger);
  const lengths = scaleLinear({ domain: [0, 1], range: [0, width] });
  return sums.map(({ scenario, amount }, index) => (
    <Group key={scenario} top={index * rowHeight}>
      <text x={0} y={14}>
        {codeWords('scenario', scenario, words)}
      </text>
      <text x={width} y={14} textAnchor="end" className={styles['strong']}>
        {moneyWords(amount, words)}
      </text>
      <Bar
        y={20}
        width={lengths(ratio(amount, most))}
        height={barHeight}
        rx={2}
        className={styles['first'] ?? ''}
      />
    </Group>
  ));
}

type Sums = readonly [ScenarioSum, ...ScenarioSum[]];

/** The currency of most suggestions first, and in each the largest amount. */
function byCurrency(scenarios: readonly ScenarioSum[]): readonly Sums[] {
  const groups = new Map<Money['currencyCode'], ScenarioSum[]>();
  for (const sum of scenarios) {
    const { currencyCode } = sum.amount;
    groups.set(currencyCode, [...(groups.get(currencyCode) ?? []), sum]);
  }
  const countOf = (sums: readonly ScenarioSum[]) => sums.reduce((all, { count }) => all + count, 0);
  return [...groups.values()]
    .sort((a, b) => countOf(b) - countOf(a))
    .flatMap((sums) => {
      const [first, ...others] = sums.sort((a, b) => compare(b.amount, a.amount));
      return first ? [[first, ...others] as const] : [];
    });
}

function findingOf([{ scenario, amount, count }]: Sums, words: Words): string {
  return words.t('overview.scenarios.finding', {
    currency: currencyWords(amount.currencyCode, words),
    scenario: codeWords('scenario', scenario, words),
    amount: moneyWords(amount, words),
    suggestions: words.t('overview.count.suggestions', { count }),
  });
}
