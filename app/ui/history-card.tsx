import { Badge, BlockStack, InlineStack, Text } from '@shopify/polaris';
import type { AuditEvent } from '../domain/audit-event.ts';
import type { RefundFacts } from '../domain/order-facts.ts';
import type { RefundAttempt } from '../domain/refund-attempt.ts';
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
export function AttemptsCard({ attempts }: { readonly attempts: readonly RefundAttempt[] }) {
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
