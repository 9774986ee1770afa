import { useRevalidator } from '@remix-run/react';
import { Banner, BlockStack, Button, InlineStack, Modal, Text } from '@shopify/polaris';
import { useState } from 'react';
import {
  enoughDecisions,
  heardFrom,
  heardFromStart,
  type ReadingTally,
} from '../domain/learning/heard-from.ts';
import { showToast } from './admin-frame.ts';
import { useAnnounce } from './announcer.tsx';
import { postForgetReadings } from './ask-server.ts';
import { codeWords } from './code-words.ts';
import { FactList } from './fact-list.tsx';
import { percentWords } from './format.ts';
import { SettingsSection } from './settings-section.tsx';
import { useWords } from './words-context.tsx';

/** What the merchant's decisions said of readings, what follows from it, and the way to forget it. */
export function LearntSection({ tallies }: { readonly tallies: readonly ReadingTally[] }) {
  const words = useWords();
  const { t } = words;
  const fact = (name: string, value: string) => ({ name: t(`settings.learnt.${name}`), value });
  return (
    <SettingsSection
      title={t('settings.learnt.title')}
      what={t('settings.learnt.what', {
        percent: percentWords(heardFromStart, words),
        count: enoughDecisions,
      })}
    >
      {tallies.length === 0 ? (
        <Text as="p" tone="subdued">
          {t('settings.learnt.none')}
        </Text>
      ) : (
        <>
          {tallies.map((tally) => (
            <BlockStack gap="100" key={`${tally.reader} ${tally.intent}`}>
              <Text as="h3" variant="headingSm">
                {codeWords('intent', tally.intent, words)}
              </Text>
              <FactList
                facts={[
                  fact('reader', codeWords('reader', tally.reader, words)),
                  fact('accepted', String(tally.accepted)),
                  fact('wrong', String(tally.wrong)),
                  fact('dismissed', String(tally.dismissed)),
                  fact('from', percentWords(heardFrom(tally), words)),
                ]}
              />
            </BlockStack>
          ))}
          <ForgetLearnt />
        </>
      )}
    </SettingsSection>
  );
}

function ForgetLearnt() {
  const { t } = useWords();
  const announce = useAnnounce();
  const { revalidate } = useRevalidator();
  const [isSure, setIsSure] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const [isUnanswered, setIsUnanswered] = useState(false);
  const close = () => {
    setIsSure(false);
  };
  const forget = async () => {
    setIsAsking(true);
    setIsUnanswered(false);
    const answer = await postForgetReadings();
    setIsAsking(false);
    close();
    if (answer?.outcome === 'forgotten') {
      const said = t('settings.learnt.forgotten');
      announce(said);
      showToast(said);
    } else setIsUnanswered(true);
    revalidate();
  };
  return (
    <>
      {isUnanswered && <Banner tone="warning">{t('settings.no-answer')}</Banner>}
      <InlineStack align="end">
        <Button
          tone="critical"
          onClick={() => {
            setIsSure(true);
          }}
        >
          {t('settings.learnt.forget')}
        </Button>
      </InlineStack>
      <Modal
        open={isSure}
        onClose={close}
        title={t('settings.learnt.forget-sure')}
        primaryAction={{
          content: t('settings.learnt.forget'),
          destructive: true,
          loading: isAsking,
          onAction: () => void forget(),
        }}
        secondaryActions={[{ content: t('settings.learnt.keep'), onAction: close }]}
      >
        <Modal.Section>
          <Text as="p">{t('settings.learnt.forget-text')}</Text>
        </Modal.Section>
      </Modal>
    </>
  );
}
