import { Text } from '@shopify/polaris';
import type { GroundOutcome } from '../domain/overview/figures.ts';
import { enoughToJudge, precisionOf } from '../domain/overview/shares.ts';
import { codeWords } from './code-words.ts';
import { FiguresTable } from './figures-table.tsx';
import { numberWords, percentWords } from './format.ts';
import { SectionCard } from './section-card.tsx';
import type { Words } from './words.ts';
import { useWords } from './words-context.tsx';

/** How often each ground was right, as the merchant decided in the period. */
export function GroundsCard({ grounds }: { readonly grounds: readonly GroundOutcome[] }) {
  const words = useWords();
  const { t } = words;
  return (
    <SectionCard title={t('overview.grounds.title')}>
      <Text as="p" tone="subdued">
        {grounds.length === 0
          ? t('overview.grounds.none')
          : t('overview.grounds.what', { count: enoughToJudge })}
      </Text>
      {grounds.length > 0 && (
        <FiguresTable
          stacks
          caption={t('overview.grounds.title')}
          heads={['ground', 'decided', 'approved', 'wrong', 'precision'].map((head) =>
            t(`overview.grounds.${head}`),
          )}
          rows={grounds.map(({ ground, decided, approved, wrong }) => [
            codeWords('ground', ground, words),
            numberWords(decided, words),
            numberWords(approved, words),
            numberWords(wrong, words),
            precisionWords(approved, wrong, words),
          ])}
        />
      )}
    </SectionCard>
  );
}

/** E.g. "83% (66%–93%)". */
function precisionWords(approved: number, wrong: number, words: Words): string {
  const precision = precisionOf(approved, wrong);
  if (!precision) return words.t('overview.grounds.too-few');
  return words.t('overview.grounds.interval', {
    percent: percentWords(precision.share, words),
    low: percentWords(precision.low, words),
    high: percentWords(precision.high, words),
  });
}
