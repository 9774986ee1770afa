import { Badge, BlockStack, Box, InlineGrid, InlineStack, List, Text } from '@shopify/polaris';
import { isPositive } from '../domain/money.ts';
import type { Recommendation } from '../domain/suggestion.ts';
import { codeWords } from './code-words.ts';
import { evidenceWords } from './evidence-words.ts';
import { moneyWords } from './format.ts';
import { SectionCard } from './section-card.tsx';
import { useWords } from './words-context.tsx';

/** What can be done and what it is expected to cost, with the assumptions, so that one can argue with it. */
export function OptionsCard({ recommendation }: { readonly recommendation: Recommendation }) {
  const words = useWords();
  const { t } = words;
  return (
    <SectionCard title={t('options.title')}>
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
        {recommendation.options.map((option, index) => (
          <Box key={option.kind} padding="300" background="bg-surface-secondary" borderRadius="200">
            <BlockStack gap="150">
              <InlineStack gap="200" blockAlign="center">
                <Text as="h3" variant="headingSm">
                  {codeWords('option', option.kind, words)}
                </Text>
                {index === 0 && <Badge tone="success">{t('options.recommended')}</Badge>}
              </InlineStack>
              {isPositive(option.amount) && (
                <Text as="p">
                  {t('options.pays', { amount: moneyWords(option.amount, words) })}
                </Text>
              )}
              <Text as="p">
                {t('options.cost', { amount: moneyWords(option.expectedCost, words) })}
              </Text>
              {option.forbiddenBy && (
                <Text as="p" tone="critical">
                  {codeWords('deadline', option.forbiddenBy, words)}
                </Text>
              )}
              {option.assumptions.length > 0 && (
                <List gap="extraTight">
                  {option.assumptions.map((assumption) => (
                    <List.Item key={assumption.code}>
                      {evidenceWords(assumption, words, { tree: 'assumption' })}
                    </List.Item>
                  ))}
                </List>
              )}
            </BlockStack>
          </Box>
        ))}
      </InlineGrid>
    </SectionCard>
  );
}
