import { BlockStack, Divider, Text } from '@shopify/polaris';
import type { Claim } from '../domain/suggestion.ts';
import type { Instant } from '../domain/time.ts';
import { codeWords } from './code-words.ts';
import { evidenceWords } from './evidence-words.ts';
import { FactList } from './fact-list.tsx';
import { percentWords, signedPercentWords } from './format.ts';
import { SectionCard } from './section-card.tsx';
import { useWords } from './words-context.tsx';

/** How likely the buyer is owed, as the sum it is; and who is to blame, with what that rests on. */
export function JudgementCard({ claim, now }: { readonly claim: Claim; readonly now: Instant }) {
  const words = useWords();
  const { t } = words;
  const { probability, responsibility, evidence } = claim;
  const because = evidence.filter(({ code }) => responsibility.because.includes(code));
  return (
    <SectionCard title={t('judgement.title')}>
      <Text as="p" variant="headingLg" numeric>
        {t('judgement.probability', { percent: percentWords(probability.value, words) })}
      </Text>
      <FactList
        facts={probability.parts.map(({ code, weight, basis }) => ({
          name: t('judgement.part', {
            part: codeWords('probability', code, words),
            basis: codeWords('basis', basis, words),
          }),
          value: signedPercentWords(weight, words),
        }))}
      />
      <Divider />
      <BlockStack gap="100">
        <Text as="p" fontWeight="semibold">
          {t('judgement.responsible', {
            party: codeWords('party', responsibility.party, words),
          })}
        </Text>
        <Text as="p">
          {because.length > 0
            ? because
                .map((fact) => evidenceWords(fact, words, { now }))
                .join(t('evidence-separator'))
            : t('judgement.no-reason')}
        </Text>
        <Text as="p" variant="bodySm" tone="subdued">
          {t('judgement.buyer-first')}
        </Text>
      </BlockStack>
    </SectionCard>
  );
}
