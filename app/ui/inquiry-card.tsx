import { Banner, BlockStack, Button, InlineStack, Select, Text } from '@shopify/polaris';
import { useState } from 'react';
import { carrierVerdicts, type CarrierVerdict } from '../domain/case-facts.ts';
import type { Inquiry } from '../domain/carriers/inquiry.ts';
import type { OwnWords } from '../domain/messages/own-words.ts';
import type { Language } from '../locales/load-words.ts';
import { useAnnounce } from './announcer.tsx';
import { postCarrierAnswer } from './ask-server.ts';
import type { CarrierAnswerResult } from './carrier-answer.ts';
import { codeWords } from './code-words.ts';
import { dayWords } from './format.ts';
import { inquiryWords } from './inquiry-words.ts';
import { MessageToSend } from './message-to-send.tsx';
import { SectionCard } from './section-card.tsx';
import { useWordsIn } from './use-words-in.ts';
import { useWords } from './words-context.tsx';

/** A message to the carrier that only has to be sent, and the place to write down what he answered. */
export function InquiryCard({
  inquiry,
  own,
  suggestionId,
  onRecorded,
}: {
  readonly inquiry: Inquiry;
  readonly own: OwnWords;
  readonly suggestionId: string;
  readonly onRecorded: () => void;
}) {
  const words = useWords();
  const { t } = words;
  const [language, setLanguage] = useState<Language>(words.language);
  const message = inquiryWords(inquiry, useWordsIn(language), own);
  return (
    <SectionCard title={t('inquiry.title')}>
      <MessageToSend
        language={language}
        onLanguage={setLanguage}
        message={message}
        label={t('inquiry.message')}
        copyLabel={t('inquiry.copy')}
      />
      <Text as="p" variant="bodySm" tone="subdued">
        {inquiry.claimBy
          ? t('inquiry.claim-by', { at: dayWords(inquiry.claimBy, words) })
          : t('inquiry.claim-by-unknown')}
      </Text>
      <AnswerForm suggestionId={suggestionId} onRecorded={onRecorded} />
    </SectionCard>
  );
}

function AnswerForm({
  suggestionId,
  onRecorded,
}: {
  readonly suggestionId: string;
  readonly onRecorded: () => void;
}) {
  const words = useWords();
  const { t } = words;
  const announce = useAnnounce();
  const [verdict, setVerdict] = useState<CarrierVerdict>('searching');
  const [isBusy, setIsBusy] = useState(false);
  const [result, setResult] = useState<CarrierAnswerResult | null>(null);
  const record = () => {
    setIsBusy(true);
    void postCarrierAnswer(suggestionId, verdict).then((answer) => {
      const came: CarrierAnswerResult = answer ?? { outcome: 'no-answer' };
      setIsBusy(false);
      setResult(came);
      announce(t(`inquiry.result.${came.outcome}`));
      if (came.outcome === 'recorded') onRecorded();
    });
  };
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="end">
        <Select
          label={t('inquiry.answer')}
          options={carrierVerdicts.map((value) => ({
            value,
            label: codeWords('carrier-answer', value, words),
          }))}
          value={verdict}
          onChange={(chosen) => {
            setVerdict(carrierVerdicts.find((known) => known === chosen) ?? verdict);
          }}
        />
        <Button loading={isBusy} onClick={record}>
          {t('inquiry.record')}
        </Button>
      </InlineStack>
      {result && (
        <Banner tone={result.outcome === 'recorded' ? 'success' : 'critical'}>
          <Text as="p">{t(`inquiry.result.${result.outcome}`)}</Text>
        </Banner>
      )}
    </BlockStack>
  );
}
