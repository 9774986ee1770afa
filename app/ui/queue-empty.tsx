import { BlockStack, Box, Button, Card, InlineStack, Text } from '@shopify/polaris';
import type { QueuePage, QueueQuery } from '../domain/queue.ts';
import type { Instant } from '../domain/time.ts';
import { isFiltered, queueUrl, withoutFilters } from './queue-url.ts';
import { RelativeTime } from './time-words.tsx';
import { useWords } from './words-context.tsx';

/** How far the app has come with the shop. */
export interface Progress {
  readonly ordersLooked: number;
  readonly deliveriesWaiting: number;
  readonly lastLookAt: Instant | null;
}

/** Says why there is nothing: nothing fits the filters, or nothing is owed, and what the app is doing. */
export function QueueEmpty({
  query,
  counts,
  progress,
  now,
}: {
  readonly query: QueueQuery;
  readonly counts: QueuePage['counts'];
  readonly progress: Progress;
  readonly now: Instant;
}) {
  const { t } = useWords();
  const { ordersLooked, deliveriesWaiting, lastLookAt } = progress;
  if (isFiltered(query) || query.after !== null) {
    return (
      <Frame title={t('empty.filtered.title')} text={t('empty.filtered.text')}>
        <Button url={queueUrl(withoutFilters(query))}>{t('filter.clear')}</Button>
      </Frame>
    );
  }
  const isElsewhere = query.tab === 'to-decide' && counts.waiting + counts.snoozed > 0;
  const said = isElsewhere ? 'elsewhere' : query.tab;
  return (
    <Frame title={t(`empty.${said}.title`)} text={t(`empty.${said}.text`)}>
      {query.tab === 'to-decide' && (
        <BlockStack gap="100" inlineAlign="center">
          <Text as="p">{t('empty.looked', { count: ordersLooked })}</Text>
          {deliveriesWaiting > 0 && (
            <Text as="p">{t('empty.waiting', { count: deliveriesWaiting })}</Text>
          )}
          {lastLookAt && (
            <Text as="p" tone="subdued">
              {t('empty.last-look')} <RelativeTime at={lastLookAt} now={now} />
            </Text>
          )}
        </BlockStack>
      )}
    </Frame>
  );
}

function Frame({
  title,
  text,
  children,
}: {
  readonly title: string;
  readonly text: string;
  readonly children: React.ReactNode;
}) {
  return (
    <Card>
      <Box paddingBlock="1200" paddingInline="400">
        <BlockStack gap="400" inlineAlign="center">
          <Text as="h2" variant="headingMd" alignment="center">
            {title}
          </Text>
          <Box maxWidth="36rem">
            <Text as="p" tone="subdued" alignment="center">
              {text}
            </Text>
          </Box>
          <InlineStack>{children}</InlineStack>
        </BlockStack>
      </Box>
    </Card>
  );
}
