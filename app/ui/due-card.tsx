import { Badge, Link, Text } from '@shopify/polaris';
import { dueWindows, type DueWindow } from '../domain/due.ts';
import { FactList } from './fact-list.tsx';
import { numberWords } from './format.ts';
import { changedQuery, queueQueryOf, queueUrl } from './queue-url.ts';
import { SectionCard } from './section-card.tsx';
import { useWords } from './words-context.tsx';

const usualQuery = queueQueryOf(new URLSearchParams());

/** What waits for a person, the most urgent first; each line leads to where it is decided. */
export function DueCard({
  due,
  troubledRefunds,
}: {
  readonly due: Readonly<Record<DueWindow, number>>;
  readonly troubledRefunds: number;
}) {
  const { t } = useWords();
  const isNothing = troubledRefunds === 0 && dueWindows.every((window) => due[window] === 0);
  return (
    <SectionCard title={t('overview.due.title')}>
      {isNothing && (
        <Text as="p" tone="subdued">
          {t('overview.due.nothing')}
        </Text>
      )}
      <FactList
        facts={[
          ...dueWindows.map((window) => ({
            name: (
              <Waiting
                name={t(`due.${window}`)}
                count={due[window]}
                url={queueUrl(changedQuery(usualQuery, { due: window }))}
              />
            ),
            value: <Count of={due[window]} isUrgent={window === 'overdue'} />,
          })),
          {
            name: (
              <Waiting name={t('overview.due.refunds')} count={troubledRefunds} url="/app/health" />
            ),
            value: <Count of={troubledRefunds} isUrgent />,
          },
        ]}
      />
    </SectionCard>
  );
}

function Waiting({
  name,
  count,
  url,
}: {
  readonly name: string;
  readonly count: number;
  readonly url: string;
}) {
  return count > 0 ? <Link url={url}>{name}</Link> : name;
}

function Count({ of, isUrgent }: { readonly of: number; readonly isUrgent: boolean }) {
  const words = useWords();
  const count = numberWords(of, words);
  if (of > 0 && isUrgent) return <Badge tone="critical">{count}</Badge>;
  return (
    <Text as="span" numeric {...(of > 0 ? { fontWeight: 'semibold' } : { tone: 'subdued' })}>
      {count}
    </Text>
  );
}
