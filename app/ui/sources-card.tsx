import { InlineGrid, Text } from '@shopify/polaris';
import type { Counted, LaneCounted, ScenarioSum, Sources } from '../domain/overview/figures.ts';
import { shareOf } from '../domain/overview/shares.ts';
import { codeWords } from './code-words.ts';
import { FiguresTable } from './figures-table.tsx';
import { countryWords, numberWords, percentWords } from './format.ts';
import { SectionCard } from './section-card.tsx';
import type { Words } from './words.ts';
import { useWords } from './words-context.tsx';

interface Named {
  readonly name: string;
  readonly count: number;
}

/** Where the period's suggestions come from. */
export function SourcesCard({ sources }: { readonly sources: Sources }) {
  const words = useWords();
  const { t } = words;
  const { scenarios, countries, lanes, carriers, skus, looked } = sources;
  const all = scenarios.reduce((sum, { count }) => sum + count, 0);
  const country = (code: string | null) => (code ? countryWords(code, words) : unknown(words));
  return (
    <SectionCard title={t('overview.sources.title')}>
      <Text as="p" tone="subdued">
        {looked < all
          ? t('overview.sources.newest', { count: looked })
          : t('overview.sources.what', { count: all })}
      </Text>
      <InlineGrid columns={{ xs: 1, md: 2 }} gap="600">
        <Breakdown by="scenario" whole={all} rows={byScenario(scenarios, words)} />
        <Breakdown
          by="country"
          whole={all}
          rows={countries.map(({ key, count }) => ({ name: country(key), count }))}
        />
        <Breakdown by="lane" whole={looked} rows={lanes.map((lane) => laneRow(lane, words))} />
        <Breakdown
          by="carrier"
          whole={looked}
          rows={carriers.map(({ key, count }) => ({
            name: key ?? t('overview.sources.no-carrier'),
            count,
          }))}
        />
        <Breakdown by="sku" whole={looked} rows={skus.map(skuRow)} />
      </InlineGrid>
    </SectionCard>
  );
}

function Breakdown({
  by,
  whole,
  rows,
}: {
  readonly by: 'scenario' | 'country' | 'lane' | 'carrier' | 'sku';
  readonly whole: number;
  readonly rows: readonly Named[];
}) {
  const words = useWords();
  const { t } = words;
  const title = t(`overview.sources.${by}`);
  if (rows.length === 0) {
    return (
      <Text as="p" tone="subdued">
        {t('overview.sources.none', { title })}
      </Text>
    );
  }
  return (
    <FiguresTable
      caption={title}
      heads={[title, t('overview.sources.count'), t('overview.sources.share')]}
      rows={rows.map(({ name, count }) => [
        name,
        numberWords(count, words),
        percentWords(shareOf(count, whole) ?? 0, words),
      ])}
    />
  );
}

/** A scenario may have several currencies; a count has none. */
function byScenario(sums: readonly ScenarioSum[], words: Words): readonly Named[] {
  const counts = new Map<string, number>();
  for (const { scenario, count } of sums) {
    counts.set(scenario, (counts.get(scenario) ?? 0) + count);
  }
  return [...counts]
    .map(([scenario, count]) => ({ name: codeWords('scenario', scenario, words), count }))
    .sort((a, b) => b.count - a.count);
}

function laneRow({ origin, destination, count }: LaneCounted, words: Words): Named {
  const end = (code: string | null) => (code ? countryWords(code, words) : unknown(words));
  const name = words.t('overview.sources.from-to', { from: end(origin), to: end(destination) });
  return { name, count };
}

function skuRow({ key, count }: Counted): Named {
  return { name: key ?? '', count };
}

function unknown({ t }: Words): string {
  return t('overview.sources.unknown');
}
