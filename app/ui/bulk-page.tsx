import { useNavigate } from '@remix-run/react';
import {
  Banner,
  BlockStack,
  Button,
  Card,
  Checkbox,
  EmptyState,
  InlineStack,
  Page,
  Text,
} from '@shopify/polaris';
import { useState } from 'react';
import { mostInBulk, sumsOf } from '../domain/bulk.ts';
import type { Suggestion } from '../domain/suggestion.ts';
import type { Instant } from '../domain/time.ts';
import { postBulk } from './ask-server.ts';
import { isBulkable, isRefundBest } from './bulk.ts';
import styles from './bulk-page.module.css';
import { evidenceLine } from './evidence-words.ts';
import { moneyWords } from './format.ts';
import { GroundBadges } from './ground-badges.tsx';
import { useWords } from './words-context.tsx';

export interface BulkData {
  readonly rows: readonly Suggestion[];
  /** True where the filters found more than can be refunded in one go. */
  readonly hasMore: boolean;
  /** Back to the queue as it was. */
  readonly back: string;
  readonly now: Instant;
}

/** Many suggestions to be refunded in one go: which ones, and what they come to. */
export function BulkPage({ data }: { readonly data: BulkData }) {
  const { rows, hasMore, back, now } = data;
  const words = useWords();
  const { t } = words;
  const navigate = useNavigate();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(
    () => new Set(rows.filter((row) => isBulkable(row) && isRefundBest(row)).map(({ id }) => id)),
  );
  const [isAsking, setIsAsking] = useState(false);
  const [isUnanswered, setIsUnanswered] = useState(false);
  const chosen = rows.filter(({ id }) => ticked.has(id));
  const sums = sumsOf(chosen.map(({ amount }) => amount)).map((sum) => moneyWords(sum, words));
  const tick = (ids: readonly string[], isTicked: boolean) => {
    setTicked((before) => {
      const next = new Set(before);
      for (const id of ids) {
        if (isTicked) next.add(id);
        else next.delete(id);
      }
      return next;
    });
  };
  const start = async () => {
    setIsAsking(true);
    setIsUnanswered(false);
    const answer = await postBulk(chosen.map(({ id, version }) => ({ suggestionId: id, version })));
    setIsAsking(false);
    if (answer?.outcome === 'started') navigate(`/app/bulk/${answer.bulkId}`);
    else setIsUnanswered(true);
  };
  const bulkable = rows.filter(isBulkable).map(({ id }) => id);
  return (
    <Page title={t('bulk.title')} backAction={{ content: t('nav.queue'), url: back }}>
      {rows.length === 0 ? (
        <Card>
          <EmptyState heading={t('bulk.none')} image="">
            <p>{t('bulk.none-text')}</p>
          </EmptyState>
        </Card>
      ) : (
        <BlockStack gap="300">
          {hasMore && <Banner tone="info">{t('bulk.more', { count: mostInBulk })}</Banner>}
          {isUnanswered && <Banner tone="warning">{t('bulk.no-answer')}</Banner>}
          <Card>
            <BlockStack gap="300">
              <Checkbox
                label={t('bulk.all')}
                checked={
                  ticked.size === 0
                    ? false
                    : ticked.size === bulkable.length
                      ? true
                      : 'indeterminate'
                }
                onChange={(isTicked) => {
                  tick(bulkable, isTicked);
                }}
              />
              <ul className={styles['rows']}>
                {rows.map((row) => (
                  <li key={row.id} className={styles['row']}>
                    <Checkbox
                      label={`${row.orderName} · ${moneyWords(row.amount, words)}`}
                      helpText={
                        isBulkable(row)
                          ? evidenceLine(row.claim.evidence, words, now, 2)
                          : t('bulk.review-first')
                      }
                      checked={ticked.has(row.id)}
                      disabled={!isBulkable(row)}
                      onChange={(isTicked) => {
                        tick([row.id], isTicked);
                      }}
                    />
                    <GroundBadges claim={row.claim} />
                  </li>
                ))}
              </ul>
            </BlockStack>
          </Card>
          <div className={styles['total']}>
            <Card>
              <InlineStack align="space-between" blockAlign="center" gap="300">
                <div aria-live="polite">
                  <Text as="p" variant="headingMd">
                    {t('bulk.sum', {
                      count: chosen.length,
                      sums: sums.join(t('evidence-separator')),
                    })}
                  </Text>
                </div>
                <Button
                  variant="primary"
                  disabled={chosen.length === 0}
                  loading={isAsking}
                  onClick={() => void start()}
                >
                  {t('bulk.start', { count: chosen.length })}
                </Button>
              </InlineStack>
            </Card>
          </div>
        </BlockStack>
      )}
    </Page>
  );
}
