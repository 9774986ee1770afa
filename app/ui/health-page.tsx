import { BlockStack, Link, List, Page, Text } from '@shopify/polaris';
import type { CallHealth } from '../domain/health/api-calls.ts';
import type { TopicSilence } from '../domain/health/silence.ts';
import type { UntoldChanges } from '../domain/health/untold-change.ts';
import type { RefundAttempt } from '../domain/refund-attempt.ts';
import type { Instant } from '../domain/time.ts';
import { problemWords } from './audit-words.ts';
import { CallsCard } from './calls-card.tsx';
import { codeWords } from './code-words.ts';
import { ConnectionNote } from './connection-note.tsx';
import { FactList } from './fact-list.tsx';
import { instantWords, moneyWords } from './format.ts';
import { NotificationsCard } from './notifications-card.tsx';
import { SectionCard } from './section-card.tsx';
import { useLiveReload } from './use-live-reload.ts';
import type { Words } from './words.ts';
import { useWords } from './words-context.tsx';

export interface HealthData {
  readonly health: {
    readonly refunds: readonly {
      readonly attempt: RefundAttempt;
      readonly orderName: string;
    }[];
    readonly underWay: number;
    readonly oldestUnderWay: Instant | null;
    readonly waiting: number;
    readonly oldestWaiting: Instant | null;
    readonly due: number;
    readonly topics: readonly TopicSilence[];
    readonly untold: UntoldChanges;
    readonly calls: CallHealth;
  };
  readonly now: Instant;
  readonly isConnected: boolean;
}

/** Whether anything is stuck, and what somebody has to look at. */
export function HealthPage({ data }: { readonly data: HealthData }) {
  const words = useWords();
  const { t } = words;
  useLiveReload(false);
  const { health } = data;
  const since = (at: Instant | null) => (at ? instantWords(at, words) : t('health.none'));
  return (
    <Page title={t('health.title')}>
      <BlockStack gap="400">
        {!data.isConnected && <ConnectionNote asOf={data.now} />}
        <SectionCard title={t('health.refunds')}>
          {health.refunds.length === 0 ? (
            <Text as="p" tone="subdued">
              {t('health.no-refunds')}
            </Text>
          ) : (
            <List>
              {health.refunds.map(({ attempt, orderName }) => (
                <List.Item key={attempt.id}>
                  <Link url={`/app/suggestions/${attempt.suggestionId}`}>{orderName}</Link>
                  {t('detail-separator')}
                  {troubleWords(attempt, words)}
                </List.Item>
              ))}
            </List>
          )}
        </SectionCard>
        <SectionCard title={t('health.line')}>
          <FactList
            facts={[
              { name: t('health.under-way'), value: String(health.underWay) },
              { name: t('health.oldest-under-way'), value: since(health.oldestUnderWay) },
              { name: t('health.waiting'), value: String(health.waiting) },
              { name: t('health.oldest-waiting'), value: since(health.oldestWaiting) },
              { name: t('health.due'), value: String(health.due) },
            ]}
          />
          <Link url="/app/deliveries">{t('nav.deliveries')}</Link>
        </SectionCard>
        <CallsCard calls={health.calls} now={data.now} />
        <NotificationsCard topics={health.topics} untold={health.untold} now={data.now} />
      </BlockStack>
    </Page>
  );
}

/** How much, since when, and what is the matter. */
function troubleWords(
  { amount, intendedAt, state, moneyStatus, problem }: RefundAttempt,
  words: Words,
): string {
  const matter = problem
    ? problemWords(problem, words)
    : state === 'refunded' && moneyStatus
      ? codeWords('money-status', moneyStatus, words)
      : codeWords('attempt', state, words);
  return [moneyWords(amount, words), instantWords(intendedAt, words), matter].join(
    words.t('evidence-separator'),
  );
}
