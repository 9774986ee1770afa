import { useRevalidator } from '@remix-run/react';
import { Banner, Button, InlineStack, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { postDigest } from './ask-server.ts';
import type { DigestAsked, DigestOutcome, ShownDigest } from './digest-asked.ts';
import { FactList } from './fact-list.tsx';
import { instantWords } from './format.ts';
import { SettingsSection } from './settings-section.tsx';
import { useWords } from './words-context.tsx';

/** Where the staff's daily digest goes; off while it goes nowhere. */
export function DigestSection({
  digest,
  hasMailServer,
}: {
  /** Null while it is off. */
  readonly digest: ShownDigest | null;
  readonly hasMailServer: boolean;
}) {
  const words = useWords();
  const { t, language } = words;
  const { state, isAsking, ask } = useDigest();
  const [recipients, setRecipients] = useState(digest?.recipients.join('\n') ?? '');
  const [chatUrl, setChatUrl] = useState('');
  const save = async () => {
    const saved = await ask({ wish: 'save', recipients, chatUrl, language });
    // What is kept is never shown again.
    if (saved?.outcome === 'saved') setChatUrl('');
  };
  const turnOff = async () => {
    const answer = await ask({ wish: 'off' });
    if (answer?.outcome === 'off') setRecipients('');
  };
  return (
    <SettingsSection title={t('digest.title')} what={t('digest.what')}>
      {digest ? (
        <FactList
          facts={[
            {
              name: t('digest.sent'),
              value: digest.sentAt
                ? instantWords(digest.sentAt, words)
                : t('connections.token.unused'),
            },
          ]}
        />
      ) : (
        <Text as="p">{t('digest.off')}</Text>
      )}
      {digest?.problem && <Banner tone="warning">{t(`digest.problem.${digest.problem}`)}</Banner>}
      <Answer state={state} />
      <TextField
        label={t('digest.recipients')}
        value={recipients}
        onChange={setRecipients}
        autoComplete="off"
        multiline={2}
        maxLength={2000}
        disabled={!hasMailServer}
        helpText={t(hasMailServer ? 'digest.recipients-what' : 'digest.outcome.no-mail-server')}
      />
      <TextField
        label={t('digest.chat')}
        type="url"
        value={chatUrl}
        onChange={setChatUrl}
        autoComplete="off"
        maxLength={500}
        helpText={t(digest?.hasChat ? 'digest.chat-kept' : 'digest.chat-what')}
      />
      <InlineStack align="end" gap="200">
        {digest && (
          <>
            <Button tone="critical" disabled={isAsking} onClick={() => void turnOff()}>
              {t('digest.turn-off')}
            </Button>
            <Button disabled={isAsking} onClick={() => void ask({ wish: 'test' })}>
              {t('digest.test')}
            </Button>
          </>
        )}
        <Button loading={isAsking} onClick={() => void save()}>
          {t('settings.save')}
        </Button>
      </InlineStack>
    </SettingsSection>
  );
}

type State = DigestOutcome['outcome'] | 'no-answer' | null;

function useDigest() {
  const { revalidate } = useRevalidator();
  const [state, setState] = useState<State>(null);
  const [isAsking, setIsAsking] = useState(false);
  const ask = async (asked: DigestAsked) => {
    setIsAsking(true);
    const answer = await postDigest(asked);
    setIsAsking(false);
    setState(answer?.outcome ?? 'no-answer');
    revalidate();
    return answer;
  };
  return { state, isAsking, ask };
}

function Answer({ state }: { readonly state: State }) {
  const { t } = useWords();
  if (state === null) return null;
  if (state === 'no-answer') return <Banner tone="warning">{t('settings.no-answer')}</Banner>;
  const isWell = state === 'saved' || state === 'sent' || state === 'off';
  return (
    <Banner tone={isWell ? 'success' : 'critical'}>
      {state === 'saved' ? t('settings.saved') : t(`digest.outcome.${state}`)}
    </Banner>
  );
}
