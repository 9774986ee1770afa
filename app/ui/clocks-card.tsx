import { BlockStack, Text } from '@shopify/polaris';
import type { Claim } from '../domain/suggestion.ts';
import type { Instant } from '../domain/time.ts';
import { codeWords } from './code-words.ts';
import { SectionCard } from './section-card.tsx';
import { RelativeTime } from './time-words.tsx';
import { useWords } from './words-context.tsx';

/** Every clock, the earliest first, each with the rule that sets it. */
export function ClocksCard({ claim, now }: { readonly claim: Claim; readonly now: Instant }) {
  const words = useWords();
  const { t } = words;
  const clocks = [...claim.deadlines].sort((a, b) => (a.at < b.at ? -1 : 1));
  return (
    <SectionCard title={t('clocks.title')}>
      {clocks.length === 0 && (
        <Text as="p" tone="subdued">
          {t('clocks.none')}
        </Text>
      )}
      {clocks.map(({ kind, at, rule }) => (
        <BlockStack key={kind} gap="050">
          <Text as="h3" variant="headingXs" tone="subdued">
            {t(`clocks.${kind}`)}
          </Text>
          <Text as="p" fontWeight="semibold" {...(at <= now ? { tone: 'critical' } : {})}>
            <RelativeTime at={at} now={now} />
          </Text>
          <Text as="p" variant="bodySm">
            {codeWords('deadline', rule, words)}
          </Text>
        </BlockStack>
      ))}
      {clocks.length > 0 && (
        <Text as="p" variant="bodySm" tone="subdued">
          {t('clocks.help')}
        </Text>
      )}
    </SectionCard>
  );
}
