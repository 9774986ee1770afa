import { useRevalidator } from '@remix-run/react';
import { Banner, BlockStack, Button, InlineStack, Modal, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import type { ApiTokenRecord } from '../domain/api-token.ts';
import styles from './api-token-section.module.css';
import { postApiToken } from './ask-server.ts';
import { CopyButton } from './copy-button.tsx';
import { FactList } from './fact-list.tsx';
import { instantWords } from './format.ts';
import { SettingsSection } from './settings-section.tsx';
import { useWords } from './words-context.tsx';

/** Where a helpdesk sends what buyers write, and the token that it shows. */
export function ApiTokenSection({
  token,
  messagesUrl,
}: {
  readonly token: ApiTokenRecord | null;
  readonly messagesUrl: string;
}) {
  const words = useWords();
  const { t } = words;
  const { made, isAsking, isUnanswered, make } = useApiToken();
  return (
    <SettingsSection title={t('connections.messages.title')} what={t('connections.messages.what')}>
      <Shown label={t('connections.address')} text={messagesUrl} />
      {made !== null && (
        <BlockStack gap="200">
          <Banner tone="success">{t('connections.token.shown-once')}</Banner>
          <Shown label={t('connections.token.label')} text={made} />
        </BlockStack>
      )}
      {isUnanswered && <Banner tone="warning">{t('settings.no-answer')}</Banner>}
      {token ? (
        <FactList
          facts={[
            { name: t('connections.token.made'), value: instantWords(token.madeAt, words) },
            {
              name: t('connections.token.used'),
              value: token.usedAt
                ? instantWords(token.usedAt, words)
                : t('connections.token.unused'),
            },
          ]}
        />
      ) : (
        <Text as="p">{t('connections.token.none')}</Text>
      )}
      <MakeToken isFirst={token === null} isAsking={isAsking} onMake={make} />
      <Text as="h3" variant="headingSm">
        {t('connections.example')}
      </Text>
      <pre className={styles['example']}>
        {exampleOf(messagesUrl, t('connections.example-text'))}
      </pre>
    </SettingsSection>
  );
}

function useApiToken() {
  const { revalidate } = useRevalidator();
  const [made, setMade] = useState<string | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const [isUnanswered, setIsUnanswered] = useState(false);
  const make = async () => {
    setIsAsking(true);
    const answer = await postApiToken();
    setIsAsking(false);
    setIsUnanswered(answer === null);
    setMade(answer?.token ?? null);
    revalidate();
  };
  return { made, isAsking, isUnanswered, make };
}

/** A second token ends the first, so that is asked before. */
function MakeToken({
  isFirst,
  isAsking,
  onMake,
}: {
  readonly isFirst: boolean;
  readonly isAsking: boolean;
  readonly onMake: () => Promise<void>;
}) {
  const { t } = useWords();
  const [isSure, setIsSure] = useState(false);
  const close = () => {
    setIsSure(false);
  };
  const make = async () => {
    await onMake();
    close();
  };
  return (
    <InlineStack align="end">
      <Button
        loading={isAsking}
        onClick={() => {
          if (isFirst) void make();
          else setIsSure(true);
        }}
      >
        {t(isFirst ? 'connections.token.make' : 'connections.token.make-new')}
      </Button>
      <Modal
        open={isSure}
        onClose={close}
        title={t('connections.token.sure')}
        primaryAction={{
          content: t('connections.token.make-new'),
          destructive: true,
          loading: isAsking,
          onAction: () => void make(),
        }}
        secondaryActions={[{ content: t('connections.token.keep'), onAction: close }]}
      >
        <Modal.Section>
          <Text as="p">{t('connections.token.sure-text')}</Text>
        </Modal.Section>
      </Modal>
    </InlineStack>
  );
}

/** A text to be taken elsewhere. */
function Shown({ label, text }: { readonly label: string; readonly text: string }) {
  const { t } = useWords();
  return (
    <TextField
      label={label}
      value={text}
      autoComplete="off"
      readOnly
      monospaced
      selectTextOnFocus
      connectedRight={<CopyButton text={text} label={t('connections.copy')} />}
    />
  );
}

function exampleOf(url: string, text: string): string {
  const body = {
    id: 'ticket-7315-1',
    orderName: '#1001',
    text,
    at: '2026-11-26T09:30:00Z',
  };
  return [
    `curl ${url} \\`,
    `  -H 'Authorization: Bearer TOKEN' \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d '${JSON.stringify(body)}'`,
  ].join('\n');
}
