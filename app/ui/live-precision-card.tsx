import { Badge, BlockStack, Text } from '@shopify/polaris';
import {
  liveWeeks,
  type LiveGround,
  type LiveShare,
  type LiveWeek,
} from '../domain/live-precision.ts';
import { estimateWords } from './back-test-words.ts';
import { codeWords } from './code-words.ts';
import { FiguresTable } from './figures-table.tsx';
import { dateWords, numberWords, percentWords } from './format.ts';
import { SectionCard } from './section-card.tsx';
import type { Words } from './words.ts';
import { useWords } from './words-context.tsx';

/** How right suggestions have been since the app is in use, by reason and by week. */
export function LivePrecisionCard({
  grounds,
  weeks,
}: {
  readonly grounds: readonly LiveGround[];
  readonly weeks: readonly LiveWeek[];
}) {
  const words = useWords();
  const { t } = words;
  const heads = ['right', 'wrong', 'precision'].map((name) => t(`back-test.measure.${name}`));
  return (
    <SectionCard title={t('back-test.live.title')}>
      <Text as="p" tone="subdued">
        {t(grounds.length === 0 ? 'back-test.live.none' : 'back-test.live.what', {
          weeks: liveWeeks,
        })}
      </Text>
      {grounds.length > 0 && (
        <BlockStack gap="300">
          <FiguresTable
            stacks
            caption={t('back-test.grounds.title')}
            heads={[t('back-test.grounds.ground'), ...heads, t('back-test.measure.break-even')]}
            rows={grounds.map(({ ground, breakEven, isBelow, ...share }) => [
              <BlockStack key={ground} gap="100" inlineAlign="start">
                <span>{codeWords('ground', ground, words)}</span>
                {isBelow && <Badge tone="warning">{t('back-test.live.below')}</Badge>}
              </BlockStack>,
              ...shareCells(share, words),
              breakEven === null ? t('back-test.none') : percentWords(breakEven, words),
            ])}
          />
          <FiguresTable
            stacks
            caption={t('back-test.live.week')}
            heads={[t('back-test.live.week'), ...heads]}
            rows={weeks.map(({ week, ...share }) => [
              dateWords(week, words),
              ...shareCells(share, words),
            ])}
          />
        </BlockStack>
      )}
    </SectionCard>
  );
}

function shareCells(share: LiveShare, words: Words): readonly string[] {
  return [
    numberWords(share.right, words),
    numberWords(share.wrong, words),
    estimateWords(share, words),
  ];
}
