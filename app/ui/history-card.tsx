import { Badge, BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import type { AuditEvent } from '../domain/audit-event.ts';
import type { RefundFacts } from '../domain/order-facts.ts';
import type { RefundAttempt } from '../domain/refund-attempt.ts';
import { useAnnounce } from './announcer.tsx';
import { postClose } from './ask-server.ts';
import { actorWords, auditWords, problemWords } from './audit-words.ts';
import { codeWords } from './code-words.ts';
import { moneyWords } from './format.ts';
import { SectionCard } from './section-card.tsx';
import { AbsoluteTime } from './time-words.tsx';
import { useWords } from './words-context.tsx';
import styles from './history-card.module.css';

/** Refunds that the order has at Shopify, whoever made them. */
export function RefundsCard({ refunds }: { readonly refunds: readonly RefundFacts[] }) {
  const words = useWords();
  if (refunds.length === 0) return null;
  return (
    <SectionCard title={words.t('refunds.title')}>
      <ul className={styles['list']}>
        {refunds.map((refund) => (
          <li key={refund.refundId}>
            <InlineStack gap="200" blockAlign="center">
              <Text as="span" fontWeight="semibold" numeric>
                {moneyWords(refund.amount, words)}
              </Text>
              {refund.transactions.map((transaction) => (
                <Badge key={transaction.transactionId}>
                  {codeWords('transaction-status', transaction.status, words)}
                </Badge>
              ))}
            </InlineStack>
            {refund.createdAt && (
              <Text as="span" variant="bodySm" tone="subdued">
                <AbsoluteTime at={refund.createdAt} />
              </Text>
            )}
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}

/** What this app tried to pay, and what came of it. */
export function AttemptsCard({
  attempts,
  onClosed,
}: {
  readonly attempts: readonly RefundAttempt[];
  readonly onClosed: () => void;
}) {
  const words = useWords();
  if (attempts.length === 0) return null;
  return (
    <SectionCard title={words.t('attempts.title')}>
      <ul className={styles['list']}>
        {attempts.map((attempt) => (
          <li key={attempt.id}>
            <InlineStack gap="200" blockAlign="center">
              <Text as="span" fontWeight="semibold" numeric>
                {moneyWords(attempt.amount, words)}
              </Text>
              <Badge>{codeWords('attempt', attempt.state, words)}</Badge>
              {attempt.moneyStatus && (
                <Badge>{codeWords('money-status', attempt.moneyStatus, words)}</Badge>
              )}
            </InlineStack>
            {attempt.problem && <Text as="p">{problemWords(attempt.problem, words)}</Text>}
            {attempt.state === 'unknown' && attempt.problem === 'not-found-at-shopify' && (
              <CloseUnknown suggestionId={attempt.suggestionId} onClosed={onClosed} />
            )}
            <Text as="span" variant="bodySm" tone="subdued">
              <AbsoluteTime at={attempt.intendedAt} />
            </Text>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}

/** Everything that was done about the suggestion, newest first, and by whom. */
export function ActivityCard({ events }: { readonly events: readonly AuditEvent[] }) {
  const words = useWords();
  const { t } = words;
  return (
    <SectionCard title={t('activity.title')}>
      {events.length === 0 && (
        <Text as="p" tone="subdued">
          {t('activity.none')}
        </Text>
      )}
      <ul className={styles['list']}>
        {[...events].reverse().map((event, index) => (
          // Events of one transaction share their instant.
          <li key={`${event.at}-${index}`}>
            <Text as="p">{auditWords(event, words)}</Text>
            <BlockStack>
              <Text as="span" variant="bodySm" tone="subdued">
                <AbsoluteTime at={event.at} />
                {t('evidence-separator')}
                {actorWords(event.actor, words)}
              </Text>
            </BlockStack>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}

/** For whoever looked at Shopify and saw that it was not paid. */
function CloseUnknown({
  suggestionId,
  onClosed,
}: {
  readonly suggestionId: string;
  readonly onClosed: () => void;
}) {
  const { t } = useWords();
  const announce = useAnnounce();
  const [isAsking, setIsAsking] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const close = async () => {
    setIsAsking(true);
    const answer = await postClose(suggestionId);
    setIsAsking(false);
    const words = t(`close-unknown.${answer?.outcome ?? 'unreachable'}`);
    setSaid(words);
    announce(words);
    onClosed();
  };
  return (
    <BlockStack gap="200">
      <div>
        <Button loading={isAsking} onClick={() => void close()}>
          {t('close-unknown.button')}
        </Button>
      </div>
      {said && <Text as="p">{said}</Text>}
    </BlockStack>
  );
}
