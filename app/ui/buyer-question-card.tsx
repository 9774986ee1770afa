import { List, Text, TextField } from '@shopify/polaris';
import type { UnclearText } from '../domain/intent.ts';
import type { OwnWords } from '../domain/messages/own-words.ts';
import { questionWords } from './buyer-question-words.ts';
import { codeWords } from './code-words.ts';
import { CopyButton } from './copy-button.tsx';
import { languageWords } from './format.ts';
import { SectionCard } from './section-card.tsx';
import { useBuyerQuestions, type BuyerQuestions } from './use-buyer-questions.ts';
import { useWords } from './words-context.tsx';

/** For what a buyer wrote and nobody can read for certain: a question in his language, and what it asks in the merchant's. */
export function BuyerQuestionCard({
  unclear,
  orderName,
  own,
}: {
  readonly unclear: UnclearText;
  readonly orderName: string;
  readonly own: OwnWords;
}) {
  const words = useWords();
  const { t } = words;
  const questions = useBuyerQuestions();
  const asked = questions && questionIn(questions, unclear.language);
  if (!asked) return null;
  const choices = [...unclear.between, 'other'];
  const message = questionWords(asked, { choices, orderName }, own);
  return (
    <SectionCard title={t('buyer-question.title')}>
      <Text as="p">{t('buyer-question.why')}</Text>
      <TextField
        label={
          asked.isUntold
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

/** The question in the buyer's language, else in English. */
function questionIn(questions: BuyerQuestions, language: string | null) {
  const own = language === null ? undefined : questions[language];
  if (language !== null && own) return { question: own, language, isUntold: false };
  const english = questions['en'];
  return english ? { question: english, language: 'en', isUntold: true } : null;
}
