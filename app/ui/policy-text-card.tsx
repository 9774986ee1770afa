import { BlockStack, InlineStack, List, Select, Text } from '@shopify/polaris';
import { useState } from 'react';
import type { PolicyOutline } from '../domain/published/clause.ts';
import type { LawConflict } from '../domain/published/conflicts.ts';
import { buyerLanguages, type BuyerLanguage } from '../locales/load-return-policy.ts';
import { isBuyerLanguage, useBuyerWords, type BuyerWords } from './buyer-words.ts';
import { CopyButton } from './copy-button.tsx';
import { languageWords } from './format.ts';
import styles from './policy-text-card.module.css';
import { plainPolicy, policyText, type PolicyText } from './policy-text.ts';
import { PublishPolicy } from './publish-policy.tsx';
import { SectionCard } from './section-card.tsx';
import { useWords } from './words-context.tsx';

/** The text in a language, to read, to copy and to publish. */
export function PolicyTextCard({
  outline,
  conflicts,
  version,
  first,
}: {
  readonly outline: PolicyOutline;
  readonly conflicts: readonly LawConflict[];
  readonly version: number;
  readonly first: BuyerWords;
}) {
  const words = useWords();
  const { t } = words;
  const [language, setLanguage] = useState<BuyerLanguage>(first.language);
  const buyerWords = useBuyerWords(language, first);
  const text = policyText(outline, buyerWords);
  return (
    <SectionCard title={t('return-policy.text')}>
      <Text as="p">{t('return-policy.from-settings')}</Text>
      <Select
        label={t('return-policy.language')}
        options={buyerLanguages.map((value) => ({ value, label: languageWords(value, words) }))}
        value={language}
        onChange={(chosen) => {
          if (isBuyerLanguage(chosen)) setLanguage(chosen);
        }}
      />
      <AsBuyersRead text={text} language={buyerWords.language} />
      <InlineStack gap="300" align="end">
        <CopyButton text={plainPolicy(text)} label={t('return-policy.copy')} />
        <PublishPolicy
          // What is published is what is shown, also while another language is on its way.
          language={buyerWords.language}
          version={version}
          conflicts={conflicts}
        />
      </InlineStack>
    </SectionCard>
  );
}

function AsBuyersRead({
  text,
  language,
}: {
  readonly text: PolicyText;
  readonly language: BuyerLanguage;
}) {
  return (
    <article lang={language} className={styles['text']} aria-label={text.title}>
      <BlockStack gap="400">
        <Text as="h3" variant="headingMd">
          {text.title}
        </Text>
        {text.sections.map(({ heading, statements, regions }) => (
          <BlockStack gap="200" key={heading}>
            <Text as="h4" variant="headingSm">
              {heading}
            </Text>
            <Statements statements={statements} />
            {regions.map(({ name, statements: own }) => (
              <BlockStack gap="100" key={name}>
                <Text as="h5" variant="headingXs">
                  {name}
                </Text>
                <Statements statements={own} />
              </BlockStack>
            ))}
          </BlockStack>
        ))}
      </BlockStack>
    </article>
  );
}

function Statements({ statements }: { readonly statements: readonly string[] }) {
  return (
    <List>
      {statements.map((statement) => (
        <List.Item key={statement}>{statement}</List.Item>
      ))}
    </List>
  );
}
