import { BlockStack, Checkbox, List, Text } from '@shopify/polaris';
import type { Care } from '../domain/suggestion.ts';
import type { Instant } from '../domain/time.ts';
import { codeWords } from './code-words.ts';
import { evidenceWords } from './evidence-words.ts';
import { SectionCard } from './section-card.tsx';
import { useWords } from './words-context.tsx';

/** Why a person has to look, and what is to be answered before the money moves. */
export function CareCard({
  care,
  now,
  checked,
  onChecked,
}: {
  readonly care: Care;
  readonly now: Instant;
  readonly checked: readonly string[];
  readonly onChecked: (checked: readonly string[]) => void;
}) {
  const words = useWords();
  const { t } = words;
  return (
    <SectionCard title={t('care.title')}>
      {care.because.length > 0 && (
        <List>
          {care.because.map((evidence) => (
            <List.Item key={evidence.code}>{evidenceWords(evidence, words, { now })}</List.Item>
          ))}
        </List>
      )}
      <Text as="p">{t('care.not-automatic')}</Text>
      {care.secondPerson && (
        <Text as="p" fontWeight="semibold">
          {t('care.second-person')}
        </Text>
      )}
      {care.checklist.length > 0 && (
        <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
          <Text as="p" variant="headingXs">
            <legend>{t('care.checklist')}</legend>
          </Text>
          <BlockStack gap="100">
            {care.checklist.map((question) => (
              <Checkbox
                key={question}
                label={codeWords('checklist', question, words)}
                checked={checked.includes(question)}
                onChange={(isChecked) => {
                  const others = checked.filter((one) => one !== question);
                  onChecked(isChecked ? [...others, question] : others);
                }}
              />
            ))}
          </BlockStack>
        </fieldset>
      )}
    </SectionCard>
  );
}
