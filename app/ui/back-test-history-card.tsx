import { useRevalidator } from '@remix-run/react';
import { Banner, BlockStack, Button, InlineStack, List, ProgressBar, Text } from '@shopify/polaris';
import { useState } from 'react';
import { missingOf, stageDone, visibleDays, type HistoryImport } from '../domain/history.ts';
import { postHistory } from './ask-server.ts';
import { instantWords, dayWords, numberWords } from './format.ts';
import { SectionCard } from './section-card.tsx';
import type { Words } from './words.ts';
import { useWords } from './words-context.tsx';

/** How much of the past is here, and the reading of it. */
export function BackTestHistoryCard({
  history,
  storedOrders,
}: {
  readonly history: HistoryImport | null;
  readonly storedOrders: number;
}) {
  const words = useWords();
  const { t } = words;
  const isRunning = history?.state === 'running';
  return (
    <SectionCard title={t('back-test.history.title')}>
      {storedOrders === 0 && !isRunning && (
        <BlockStack gap="200">
          <Text as="p">{t('back-test.history.empty', { days: visibleDays })}</Text>
          <Text as="p" tone="subdued">
            {t('back-test.history.private')}
          </Text>
        </BlockStack>
      )}
      {history?.state === 'failed' && (
        <Banner tone="warning">
          {t('back-test.history.failed', { problem: history.problem ?? '' })}
        </Banner>
      )}
      {isRunning ? (
        <Progress history={history} words={words} />
      ) : (
        history && (
          <Text as="p">
            {t(`back-test.history.${history.state === 'done' ? 'done' : 'stopped'}`, {
              count: storedOrders,
              at: instantWords(history.finishedAt ?? history.askedAt, words),
            })}
          </Text>
        )
      )}
      {history?.since && storedOrders > 0 && (
        <Text as="p" tone="subdued">
          {t('back-test.history.since', { day: dayWords(history.since, words) })}
        </Text>
      )}
      {history && storedOrders > 0 && (
        <details>
          <summary>{t('back-test.history.missing')}</summary>
          <List>
            {missingOf(history).map((part) => (
              <List.Item key={part}>
                {t(`back-test.missing.${part}`, { days: visibleDays })}
              </List.Item>
            ))}
          </List>
        </details>
      )}
      <InlineStack>
        <HistoryButton isRunning={isRunning} isFirst={storedOrders === 0} />
      </InlineStack>
    </SectionCard>
  );
}

function Progress({ history, words }: { readonly history: HistoryImport; readonly words: Words }) {
  const { t } = words;
  const done = stageDone(history);
  const said =
    done === null
      ? t('back-test.history.gathering', { things: numberWords(history.gathered, words) })
      : t(`back-test.history.reading-${history.stage}`, {
          count: history.stage === 'orders' ? history.orders : history.dispatches,
        });
  return (
    <BlockStack gap="200">
      <div role="status" id="history-progress">
        {said}
      </div>
      <ProgressBar
        progress={Math.round((done ?? 0) * 100)}
        ariaLabelledBy="history-progress"
        size="small"
      />
    </BlockStack>
  );
}

function HistoryButton({
  isRunning,
  isFirst,
}: {
  readonly isRunning: boolean;
  readonly isFirst: boolean;
}) {
  const { t } = useWords();
  const { revalidate } = useRevalidator();
  const [isAsking, setIsAsking] = useState(false);
  const [isUnanswered, setIsUnanswered] = useState(false);
  const ask = async () => {
    setIsAsking(true);
    const answer = await postHistory(isRunning ? 'cancel' : 'read');
    setIsAsking(false);
    setIsUnanswered(answer === null);
    revalidate();
  };
  const wish = isRunning ? 'stop' : isFirst ? 'read' : 'read-again';
  return (
    <BlockStack gap="200">
      {isUnanswered && <Banner tone="warning">{t('back-test.no-answer')}</Banner>}
      <Button
        variant={isFirst && !isRunning ? 'primary' : 'secondary'}
        loading={isAsking}
        onClick={() => void ask()}
      >
        {t(`back-test.history.${wish}`)}
      </Button>
    </BlockStack>
  );
}
