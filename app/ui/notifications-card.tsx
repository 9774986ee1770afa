import { Badge, BlockStack, InlineStack, Link, Text } from '@shopify/polaris';
import { daysLookedBack, enoughDays, type TopicSilence } from '../domain/health/silence.ts';
import {
  toldWithinMinutes,
  untoldDays,
  type UntoldChange,
  type UntoldChanges,
} from '../domain/health/untold-change.ts';
import { numericIdOf } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import { FactList } from './fact-list.tsx';
import { FiguresTable } from './figures-table.tsx';
import { SectionCard } from './section-card.tsx';
import { AbsoluteTime, RelativeTime } from './time-words.tsx';
import type { Words } from './words.ts';
import { useWords } from './words-context.tsx';

/** Whether Shopify tells the app of what happens: what went untold, and when each kind of notification last came. */
export function NotificationsCard({
  topics,
  untold,
  now,
}: {
  readonly topics: readonly TopicSilence[];
  readonly untold: UntoldChanges;
  readonly now: Instant;
}) {
  const words = useWords();
  const { t } = words;
  const { count, newest } = untold;
  return (
    <SectionCard title={t('health.notifications.title')}>
      <Text as="p">
        {count === 0
          ? t('health.notifications.none-untold', { days: untoldDays })
          : t('health.notifications.untold', { count, days: untoldDays })}
      </Text>
      <Text as="p" tone="subdued">
        {t('health.notifications.what-untold', { minutes: toldWithinMinutes })}
      </Text>
      {newest && <NewestUntold newest={newest} words={words} />}
      <BlockStack gap="100">
        <Text as="h3" variant="headingSm">
          {t('health.notifications.kinds')}
        </Text>
        <Text as="p" tone="subdued">
          {t('health.notifications.what-silent', { days: daysLookedBack, known: enoughDays })}
        </Text>
      </BlockStack>
      <FiguresTable
        stacks
        caption={t('health.notifications.kinds')}
        heads={['kind', 'last', 'longest'].map((head) => t(`health.notifications.head.${head}`))}
        rows={topics.map((topic) => topicCells(topic, now, words))}
      />
    </SectionCard>
  );
}

function NewestUntold({
  newest: { orderId, orderName, changedAt, foundAt },
  words: { t },
}: {
  readonly newest: UntoldChange;
  readonly words: Words;
}) {
  const number = numericIdOf(orderId);
  return (
    <FactList
      facts={[
        {
          name: t('health.notifications.newest'),
          value: (
            <Link url={`shopify:admin/orders/${number}`} target="_top">
              {orderName ?? number}
            </Link>
          ),
        },
        { name: t('health.notifications.changed'), value: <AbsoluteTime at={changedAt} /> },
        { name: t('health.notifications.found'), value: <AbsoluteTime at={foundAt} /> },
      ]}
    />
  );
}

function topicCells(
  { topic, lastAt, longestBefore, isUnusual }: TopicSilence,
  now: Instant,
  { t }: Words,
) {
  return [
    <InlineStack key="kind" gap="200">
      <span>{topic}</span>
      {isUnusual && <Badge tone="warning">{t('health.notifications.unusual')}</Badge>}
    </InlineStack>,
    lastAt ? <RelativeTime key="last" at={lastAt} now={now} /> : t('health.notifications.never'),
    longestBefore === null
      ? t('health.notifications.not-known')
      : longestBefore === 0
        ? t('health.notifications.daily')
        : t('health.notifications.days', { count: longestBefore }),
  ];
}
