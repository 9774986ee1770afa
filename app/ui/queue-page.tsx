import { useLocation, useNavigation, useRevalidator } from '@remix-run/react';
import { Badge, BlockStack, Button, Card, InlineStack, Link, Page } from '@shopify/polaris';
import { useCallback, useMemo } from 'react';
import { isBulkTab } from '../domain/bulk.ts';
import type { QueuePage as QueueRead, QueueQuery } from '../domain/queue.ts';
import type { SavedView } from '../domain/saved-view.ts';
import type { Suggestion } from '../domain/suggestion.ts';
import { instantAt, millisecondsOf, type Instant } from '../domain/time.ts';
import { useAnnounce } from './announcer.tsx';
import { ConnectionNote } from './connection-note.tsx';
import { isDone, type DecisionResult, type Standing } from './decision.ts';
import { resultSentence, resultWords } from './decision-words.ts';
import { showToast } from './admin-frame.ts';
import { Paging } from './paging.tsx';
import { isMoving } from './placed-rows.ts';
import { QueueEmpty, type Progress } from './queue-empty.tsx';
import { QueueFilters } from './queue-filters.tsx';
import { QueueKeysHelp } from './queue-keys-help.tsx';
import { QueueTable } from './queue-table.tsx';
import { QueueTabs } from './queue-tabs.tsx';
import { QueueViews } from './queue-views.tsx';
import { ServerClockContext, useServerClock } from './server-clock.ts';
import { useStateNews } from './state-news.ts';
import { bulkUrl, changedQuery, queueUrl } from './queue-url.ts';
import { useDecisions } from './use-decisions.ts';
import { useHurry, useLiveReload } from './use-live-reload.ts';
import { usePlacedRows } from './use-placed-rows.ts';
import { useWords } from './words-context.tsx';

export interface QueueData {
  readonly query: QueueQuery;
  readonly page: QueueRead;
  /** Refunds under way, shown above what can be decided, so that Undo is found again after a reload. */
  readonly underWay: readonly Suggestion[];
  readonly views: readonly SavedView[];
  readonly deadLetters: number;
  /** Read for an empty page only. */
  readonly progress: Progress | null;
  readonly now: Instant;
  readonly isConnected: boolean;
}

export function QueuePage({ data }: { readonly data: QueueData }) {
  const { query, page, progress, now } = data;
  const words = useWords();
  const { t } = words;
  const announce = useAnnounce();
  const location = useLocation();
  const navigation = useNavigation();
  const { revalidate } = useRevalidator();
  const clock = useServerClock(now);
  const listed = useMemo(
    () => ({ rows: [...data.underWay, ...data.page.rows], now: data.now }),
    [data],
  );
  const { placed, note } = usePlacedRows(location.key, listed);
  const [isHurried, hurry] = useHurry();
  const onResult = useCallback(
    (suggestion: Suggestion, result: DecisionResult, standing: Standing | null) => {
      if (standing) {
        clock.tell(standing.now);
        note(standing);
      }
      const said = resultWords(result, suggestion, words);
      announce(resultSentence(said));
      if (result.outcome === 'stale') hurry();
      if (isDone(result) && result.outcome !== 'approved') showToast(said.title);
      revalidate();
    },
    [clock, note, announce, words, hurry, revalidate],
  );
  const decisions = useDecisions(onResult);
  const suggestions = useMemo(() => placed.map(({ suggestion }) => suggestion), [placed]);
  useStateNews(suggestions);
  useLiveReload(isHurried || suggestions.some(isMoving));
  const isBusy = navigation.state === 'loading' && navigation.location.pathname === '/app';
  const minute = useMemo(() => toMinute(now), [now]);
  return (
    <ServerClockContext.Provider value={clock}>
      <Page
        title={t('queue.title')}
        subtitle={t('queue.subtitle')}
        titleMetadata={<DeadLetterBadge count={data.deadLetters} />}
        fullWidth
      >
        <BlockStack gap="300">
          <Card padding="300">
            <BlockStack gap="300">
              <QueueTabs query={query} counts={page.counts} />
              <QueueFilters query={query} offers={page} />
              <InlineStack align="space-between" blockAlign="start" gap="300">
                <QueueViews query={query} views={data.views} />
                {isBulkTab(query.tab) && page.rows.length > 1 && (
                  <Button url={bulkUrl(query)}>{t('bulk.open')}</Button>
                )}
              </InlineStack>
              <QueueKeysHelp />
            </BlockStack>
          </Card>
          {placed.length > 0 ? (
            <QueueTable
              // Another list is another table: its rows come, and none slides to another place.
              key={queueUrl(query)}
              placed={placed}
              now={minute}
              caption={t(`tab.${query.tab}`)}
              isBusy={isBusy}
              decisions={decisions}
            />
          ) : (
            progress && (
              <QueueEmpty query={query} counts={page.counts} progress={progress} now={now} />
            )
          )}
          <Paging
            isFirst={query.after === null}
            firstUrl={queueUrl(changedQuery(query, {}))}
            nextUrl={page.next === null ? null : queueUrl({ ...query, after: page.next })}
          />
          {!data.isConnected && <ConnectionNote asOf={now} />}
        </BlockStack>
      </Page>
    </ServerClockContext.Provider>
  );
}

/** Beside the title, where it moves no row when it comes. */
function DeadLetterBadge({ count }: { readonly count: number }) {
  const { t } = useWords();
  if (count === 0) return null;
  return (
    <Link url="/app/deliveries">
      <Badge tone="warning">{t('deliveries.some', { count })}</Badge>
    </Link>
  );
}

function toMinute(instant: Instant): Instant {
  return instantAt(Math.floor(millisecondsOf(instant) / 60_000) * 60_000);
}
