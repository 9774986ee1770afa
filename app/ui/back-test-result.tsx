import { BlockStack, Text } from '@shopify/polaris';
import type { BackTest } from '../domain/backtest/back-test.ts';
import { measuresOf } from '../domain/backtest/measures.ts';
import { bandResults, groundResults, leadResults } from '../domain/backtest/summary.ts';
import { approximate, type CurrencyCode } from '../domain/money.ts';
import type { SettingField } from '../domain/policy/all-settings.ts';
import { AdoptPolicy } from './adopt-policy.tsx';
import { PrecisionChart, type PrecisionRow } from './back-test-chart.tsx';
import { counted } from './back-test-measures.ts';
import { estimateWords, triedWords } from './back-test-words.ts';
import { codeWords } from './code-words.ts';
import { FactList } from './fact-list.tsx';
import { FiguresTable } from './figures-table.tsx';
import { instantWords, moneyWords, numberWords, percentWords } from './format.ts';
import { SectionCard } from './section-card.tsx';
import type { Words } from './words.ts';
import { useWords } from './words-context.tsx';

/** What the app would have suggested, and how right that would have been. */
export function BackTestResult({
  test,
  version,
  settings,
}: {
  readonly test: BackTest;
  readonly version: number;
  readonly settings: readonly SettingField[];
}) {
  const words = useWords();
  const { t } = words;
  const { summary } = test;
  const all = measuresOf(summary.all);
  const grounds = groundResults(summary).filter(({ measures }) => measures.suggested > 0);
  const currency = summary.money?.ticket.currencyCode ?? null;
  const bands = bandResults(summary).filter(({ measures }) => measures.orders > 0);
  return (
    <BlockStack gap="400">
      <SectionCard title={t('back-test.result.title')}>
        <Text as="p" tone="subdued">
          {t('back-test.result.what', {
            count: all.orders,
            tried: triedWords(test, words),
            until: instantWords(test.until, words),
          })}
        </Text>
        <FactList
          facts={[
            ...counted.map((name) => ({
              name: t(`back-test.measure.${name}`),
              value: numberWords(all[name], words),
            })),
            ...(['precision', 'recall', 'recallBeforeWord', 'regretted'] as const).map((name) => ({
              name: t(`back-test.measure.${name}`),
              value: estimateWords(all[name], words),
            })),
          ]}
        />
        <Text as="p" tone="subdued">
          {t('back-test.result.owed')}
        </Text>
        <AdoptPolicy test={test} version={version} settings={settings} />
      </SectionCard>
      {grounds.length > 0 && (
        <PrecisionChart
          title={t('back-test.grounds.title')}
          head={t('back-test.grounds.ground')}
          rows={grounds.map(({ ground, measures }) => ({
            name: ground === null ? t('back-test.none') : codeWords('ground', ground, words),
            measures,
            breakEven: null,
          }))}
        />
      )}
      {bands.length > 0 && currency && (
        <PrecisionChart
          title={t('back-test.bands.title')}
          head={t('back-test.bands.band')}
          rows={bands.map(({ from, below, measures, breakEven }): PrecisionRow => ({
            name: bandWords(from, below, currency, words),
            measures,
            breakEven,
          }))}
        />
      )}
      <LeadsCard test={test} />
    </BlockStack>
  );
}

function LeadsCard({ test }: { readonly test: BackTest }) {
  const words = useWords();
  const { t } = words;
  const title = t('back-test.leads.title');
  return (
    <SectionCard title={title}>
      <Text as="p" tone="subdued">
        {t('back-test.leads.what')}
      </Text>
      <FiguresTable
        stacks
        caption={title}
        heads={['clock', 'clocks', 'before', 'median'].map((head) => t(`back-test.leads.${head}`))}
        rows={leadResults(test.summary).map(({ clock, clocks, before, medianDays }) => [
          t(`back-test.clock.${clock}`),
          numberWords(clocks, words),
          clocks === 0 ? t('back-test.none') : percentWords(before / clocks, words),
          medianDays === null
            ? t('back-test.none')
            : t('back-test.leads.days', { days: numberWords(medianDays, words) }),
        ])}
      />
    </SectionCard>
  );
}

function bandWords(
  from: number,
  below: number | null,
  currency: CurrencyCode,
  words: Words,
): string {
  const low = moneyWords(approximate(from, currency), words);
  return below === null
    ? words.t('back-test.bands.above', { from: low })
    : words.t('overview.from-to', {
        from: low,
        to: moneyWords(approximate(below, currency), words),
      });
}
