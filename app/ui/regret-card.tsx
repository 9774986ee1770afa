import { Banner, BlockStack, Select, Text } from '@shopify/polaris';
import { useState } from 'react';
import type { OwnWords } from '../domain/messages/own-words.ts';
import type { Language } from '../locales/load-words.ts';
import type { Suggestion } from '../domain/suggestion.ts';
import { dayWords } from './format.ts';
import { MessageToSend } from './message-to-send.tsx';
import { regretWords, regretWishes, type RegretWish } from './regret-words.ts';
import { SectionCard } from './section-card.tsx';
import { useWordsIn } from './use-words-in.ts';
import { useWords } from './words-context.tsx';

/** The parcel came after it was paid back: a polite message about it, to ask for the money or to leave it. */
export function RegretCard({
  suggestion,
  own,
}: {
  readonly suggestion: Suggestion;
  readonly own: OwnWords;
}) {
  const words = useWords();
  const { t } = words;
  const [language, setLanguage] = useState<Language>(words.language);
  const [wish, setWish] = useState<RegretWish>('pay-back');
  const spoken = useWordsIn(language);
  if (!suggestion.regrettedAt) return null;
  const { orderName, amount, regrettedAt } = suggestion;
  const message = regretWords(wish, { orderName, amount, deliveredAt: regrettedAt }, spoken, own);
  return (
    <SectionCard title={t('regret.title')}>
      <Banner tone="warning">
        {t('regret.what', { day: dayWords(suggestion.regrettedAt, words) })}
      </Banner>
      <BlockStack gap="300">
        <Select
          label={t('regret.wish')}
          options={regretWishes.map((value) => ({ value, label: t(`regret.${value}`) }))}
          value={wish}
          onChange={(chosen) => {
            setWish(chosen === 'keep' ? 'keep' : 'pay-back');
          }}
        />
        <MessageToSend
          language={language}
          onLanguage={setLanguage}
          message={message}
          label={t('regret.message')}
          copyLabel={t('regret.copy')}
        />
        <Text as="p" tone="subdued">
          {t('regret.no-claim')}
        </Text>
      </BlockStack>
    </SectionCard>
  );
}
