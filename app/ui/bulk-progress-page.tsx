import { useRevalidator } from '@remix-run/react';
import {
  Banner,
  BlockStack,
  Button,
  Card,
  InlineStack,
  Link,
  List,
  Page,
  ProgressBar,
  Text,
} from '@shopify/polaris';
import { useState } from 'react';
import { sumsOf, type BulkApproval, type BulkItem } from '../domain/bulk.ts';
import type { Instant } from '../domain/time.ts';
import { postSteer } from './ask-server.ts';
import { codeWords, knownCodeWords } from './code-words.ts';
import { ConnectionNote } from './connection-note.tsx';
import { moneyWords } from './format.ts';
import { SectionCard } from './section-card.tsx';
import { useLiveReload } from './use-live-reload.ts';
import type { Words } from './words.ts';
import { useWords } from './words-context.tsx';

export interface BulkProgressData {
  readonly bulk: BulkApproval;
  readonly now: Instant;
  readonly isConnected: boolean;
}

/** How far many approvals have come, what they came to, and which were not made and why. */
export function BulkProgressPage({ data }: { readonly data: BulkProgressData }) {
  const { bulk, now, isConnected } = data;
  const words = useWords();
  const { t } = words;
  useLiveReload(bulk.state === 'running');
  const ended = bulk.items.filter(({ outcome }) => outcome !== null);
  const approved = ended.filter(({ outcome }) => outcome === 'approved');
  const others = ended.filter(({ outcome }) => outcome !== 'approved');
  const sums = sumsOf(approved.map(({ amount }) => amount)).map((sum) => moneyWords(sum, words));
  return (
    <Page title={t('bulk.progress-title')} backAction={{ content: t('nav.queue'), url: '/app' }}>
      <BlockStack gap="300">
        {!isConnected && <ConnectionNote asOf={now} />}
        <Card>
          <BlockStack gap="300">
            <div role="status">
              <Text as="p" variant="headingMd">
                {t(`bulk-state.${bulk.state}`, { done: ended.length, count: bulk.items.length })}
              </Text>
            </div>
            <ProgressBar
              progress={(ended.length / bulk.items.length) * 100}
              ariaLabelledBy="bulk-approved"
              size="small"
            />
            <InlineStack align="space-between" blockAlign="center" gap="300">
              <span id="bulk-approved">
                {t('bulk.approved', {
                  count: approved.length,
                  sums: sums.join(t('evidence-separator')),
                })}
              </span>
              <SteerButton bulk={bulk} />
            </InlineStack>
            <Text as="p" tone="subdued">
              {t('bulk.undo')}
            </Text>
          </BlockStack>
        </Card>
        {others.length > 0 && (
          <SectionCard title={t('bulk.not-made', { count: others.length })}>
            <List>
              {others.map((item) => (
                <List.Item key={item.suggestionId}>
                  <Link url={`/app/suggestions/${item.suggestionId}`}>{item.orderName}</Link>
                  {t('detail-separator')}
                  {whyWords(item, words)}
                </List.Item>
              ))}
            </List>
          </SectionCard>
        )}
      </BlockStack>
    </Page>
  );
}

/** Why it was not approved, as finely as it is known. */
function whyWords({ outcome, reason }: BulkItem, words: Words): string {
  const known = reason === null ? null : reasonWords(outcome, reason, words);
  return known ?? codeWords('bulk-outcome', outcome ?? '', words);
}

function reasonWords(outcome: string | null, reason: string, words: Words): string | null {
  if (outcome === 'not-refundable') return knownCodeWords('not-refundable', reason, words);
  if (outcome === 'already-decided') return knownCodeWords('state', reason, words);
  // Parameters of a change are on the suggestion's own page.
  return null;
}

function SteerButton({ bulk }: { readonly bulk: BulkApproval }) {
  const { t } = useWords();
  const { revalidate } = useRevalidator();
  const [isAsking, setIsAsking] = useState(false);
  const [isUnanswered, setIsUnanswered] = useState(false);
  if (bulk.state === 'done') return null;
  const wish = bulk.state === 'running' ? 'pause' : 'resume';
  const steer = async () => {
    setIsAsking(true);
    setIsUnanswered(false);
    const answer = await postSteer(bulk.id, wish);
    setIsAsking(false);
    setIsUnanswered(answer === null);
    revalidate();
  };
  return (
    <BlockStack gap="200">
      {isUnanswered && <Banner tone="warning">{t('bulk.no-answer')}</Banner>}
      <Button loading={isAsking} onClick={() => void steer()}>
        {t(`bulk.${wish}`)}
      </Button>
    </BlockStack>
  );
}
