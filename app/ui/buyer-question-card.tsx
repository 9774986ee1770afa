import { List, Text, TextField } from '@shopify/polaris';
import { useEffect, useState } from 'react';
import type { UnclearText } from '../domain/intent.ts';
import { loadBuyerQuestions, type BuyerQuestion } from '../locales/load-buyer-questions.ts';
import { codeWords } from './code-words.ts';
import { CopyButton } from './copy-button.tsx';
import { languageWords } from './format.ts';
import { SectionCard } from './section-card.tsx';
import { useWords } from './words-context.tsx';

/** For what a buyer wrote and nobody can read for certain: a question in his language, and what it asks in the merchant's. */
export function BuyerQuestionCard({ unclear }: { readonly unclear: UnclearText }) {
  const words = useWords();
  const { t } = words;
  const asked = useQuestion(unclear.language);
  if (!asked) return null;
  const choices = [...unclear.between, 'other'];
  const message = [
    asked.question.question,
    ...choices.map((choice) => `• ${asked.question.choices[choice] ?? ''}`),
  ].join('\n');
  return (
    <SectionCard title={t('buyer-question.title')}>
      <Text as="p">{t('buyer-question.why')}</Text>
      <TextField
        label={
          asked.language === null
            ? t('buyer-question.message-untold')
            : t('buyer-question.message', { language: languageWords(asked.language, words) })
        }
        value={message}
        multiline={choices.length + 3}
        readOnly
        autoComplete="off"
        selectTextOnFocus
      />
      <CopyButton text={message} label={t('buyer-question.copy')} />
      <Text as="h3" variant="headingSm">
        {t('buyer-question.own')}
      </Text>
      <List>
        {choices.map((choice) => (
          <List.Item key={choice}>{codeWords('intent', choice, words)}</List.Item>
        ))}
      </List>
    </SectionCard>
  );
}

interface AskedIn {
  /** Null for English in want of the buyer's own. */
  readonly language: string | null;
  readonly question: BuyerQuestion;
}

/** The question in the buyer's language; nothing until its words are here. */
function useQuestion(language: string | null): AskedIn | null {
  const [asked, setAsked] = useState<AskedIn | null>(null);
  useEffect(() => {
    let isWanted = true;
    void loadBuyerQuestions().then((questions) => {
      if (!isWanted) return;
      const own = language === null ? undefined : questions[language];
      const english = questions['en'];
      if (own) setAsked({ language, question: own });
      else if (english) setAsked({ language: null, question: english });
    });
    return () => {
      isWanted = false;
    };
  }, [language]);
  return asked;
}
