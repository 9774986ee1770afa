import { useRevalidator } from '@remix-run/react';
import { BlockStack, Box, Button, Card, InlineStack, Page, Text } from '@shopify/polaris';
import { useState } from 'react';
import { numericIdOf, type Gid } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import { showToast } from './admin-frame.ts';
import { useAnnounce } from './announcer.tsx';
import { postReplay } from './ask-server.ts';
import { ConnectionNote } from './connection-note.tsx';
import { FactList } from './fact-list.tsx';
import { AbsoluteTime } from './time-words.tsx';
import { useLiveReload } from './use-live-reload.ts';
import { useWords } from './words-context.tsx';

export interface DeadLetterRow {
  readonly id: string;
  readonly topic: string;
  readonly orderId: Gid<'Order'> | null;
  readonly receivedAt: Instant;
  readonly deadAt: Instant;
  readonly error: string;
}

export interface DeliveriesData {
  readonly rows: readonly DeadLetterRow[];
  readonly next: string | null;
  readonly now: Instant;
  readonly isConnected: boolean;
}

/** News from Shopify that could not be worked through, each with its error and another try. */
export function DeliveriesPage({ data }: { readonly data: DeliveriesData }) {
  const { t } = useWords();
  useLiveReload(false);
  return (
    <Page title={t('deliveries.title')} subtitle={t('deliveries.subtitle')}>
      <BlockStack gap="300">
        {!data.isConnected && <ConnectionNote asOf={data.now} />}
        {data.rows.length === 0 ? (
          <Card>
            <Box paddingBlock="1200">
              <BlockStack gap="200" inlineAlign="center">
                <Text as="h2" variant="headingMd">
                  {t('deliveries.none')}
                </Text>
                <Text as="p" tone="subdued" alignment="center">
                  {t('deliveries.none-text')}
                </Text>
              </BlockStack>
            </Box>
          </Card>
        ) : (
          data.rows.map((row) => <DeadLetterCard key={row.id} row={row} />)
        )}
        {data.next !== null && (
          <InlineStack align="center">
            <Button url={`/app/deliveries?after=${data.next}`}>{t('paging.next')}</Button>
          </InlineStack>
        )}
      </BlockStack>
    </Page>
  );
}

function DeadLetterCard({ row }: { readonly row: DeadLetterRow }) {
  const { t } = useWords();
  const announce = useAnnounce();
  const { revalidate } = useRevalidator();
  const [isAsking, setIsAsking] = useState(false);
  const [isUnanswered, setIsUnanswered] = useState(false);
  const replay = async () => {
    setIsAsking(true);
    setIsUnanswered(false);
    const answer = await postReplay(row.id);
    setIsAsking(false);
    setIsUnanswered(answer === null);
    const said = t(`deliveries.${answer?.outcome ?? 'no-answer'}`);
    announce(said);
    if (answer) showToast(said);
    revalidate();
  };
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingSm">
            {row.topic}
          </Text>
          <Button
            loading={isAsking}
            accessibilityLabel={t('deliveries.replay-for', { topic: row.topic, id: row.id })}
            onClick={() => void replay()}
          >
            {t('deliveries.replay')}
          </Button>
        </InlineStack>
        <Box padding="200" background="bg-surface-secondary" borderRadius="200">
          <Text as="p" breakWord>
            {row.error === '' ? t('deliveries.no-error') : row.error}
          </Text>
        </Box>
        {isUnanswered && (
          <Text as="p" tone="critical">
            {t('deliveries.no-answer')}
          </Text>
        )}
        <FactList
          facts={[
            row.orderId && { name: t('column.order'), value: numericIdOf(row.orderId) },
            { name: t('deliveries.received'), value: <AbsoluteTime at={row.receivedAt} /> },
            { name: t('deliveries.given-up'), value: <AbsoluteTime at={row.deadAt} /> },
          ]}
        />
      </BlockStack>
    </Card>
  );
}
