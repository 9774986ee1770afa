import { Text } from '@shopify/polaris';
import type { CallHealth } from '../domain/health/api-calls.ts';
import type { Instant } from '../domain/time.ts';
import { FactList } from './fact-list.tsx';
import { numberWords } from './format.ts';
import { SectionCard } from './section-card.tsx';
import { WholeTime } from './time-words.tsx';
import { useWords } from './words-context.tsx';

/** How much the app may still ask of Shopify, and how often it had to wait. */
export function CallsCard({
  calls: { last, throttled },
  now,
}: {
  readonly calls: CallHealth;
  readonly now: Instant;
}) {
  const words = useWords();
  const { t } = words;
  const points = (value: number) => numberWords(Math.floor(value), words);
  return (
    <SectionCard title={t('health.calls.title')}>
      <Text as="p" tone="subdued">
        {t(last ? 'health.calls.what' : 'health.calls.none')}
      </Text>
      <FactList
        facts={[
          last && {
            name: t('health.calls.left'),
            value: t('health.calls.points', {
              available: points(last.available),
              maximum: points(last.maximum),
            }),
          },
          last && {
            name: t('health.calls.restores'),
            value: t('health.calls.per-second', { points: points(last.restoreRate) }),
          },
          last && {
            name: t('health.calls.last'),
            value: <WholeTime at={last.seenAt} now={now} />,
          },
          { name: t('health.calls.throttled'), value: numberWords(throttled, words) },
        ]}
      />
    </SectionCard>
  );
}
