import { BlockStack, Text } from '@shopify/polaris';
import type { Claim } from '../domain/suggestion.ts';
import type { Instant } from '../domain/time.ts';
import { codeWords } from './code-words.ts';
import { evidenceLine } from './evidence-words.ts';
import { moneyWords, percentWords } from './format.ts';
import { SectionCard } from './section-card.tsx';
import { useWords } from './words-context.tsx';

/** What else the same order may be owed for, each by itself: the sums are not added up. */
export function OtherClaimsCard({
  claims,
  now,
}: {
  readonly claims: readonly Claim[];
  readonly now: Instant;
}) {
  const words = useWords();
  const { t } = words;
  if (claims.length === 0) return null;
  return (
    <SectionCard title={t('other-claims.title')}>
      {claims.map((claim) => (
        <BlockStack key={`${claim.ground} ${claim.fulfillmentId ?? ''}`} gap="050">
          <Text as="h3" variant="headingXs">
            {t('story.claim', {
              ground: codeWords('ground', claim.ground, words),
              percent: percentWords(claim.probability.value, words),
              amount: moneyWords(claim.stake.estimate, words),
            })}
          </Text>
          <Text as="p" variant="bodySm" tone="subdued">
            {evidenceLine(claim.evidence, words, now)}
          </Text>
        </BlockStack>
      ))}
    </SectionCard>
  );
}
