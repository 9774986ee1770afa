import { Badge, Button, List, Text } from '@shopify/polaris';
import { Fragment, useState } from 'react';
import type { Instant } from '../domain/time.ts';
import type { Timeline, TimelineEntry } from '../domain/timeline/timeline-entry.ts';
import { evidenceWords } from './evidence-words.ts';
import { dayWords, minuteWords } from './format.ts';
import { SectionCard } from './section-card.tsx';
import { timelineDays, type TimelineDay } from './timeline-days.ts';
import { detailWords, entryWords } from './timeline-words.ts';
import { useWords } from './words-context.tsx';
import styles from './timeline.module.css';

/** All that happened to the order, newest first, with what the claim rests on marked in it. */
export function EvidenceCard({
  timeline: { entries, timeless },
  now,
}: {
  readonly timeline: Timeline;
  readonly now: Instant;
}) {
  const words = useWords();
  const { t } = words;
  const [unfolded, setUnfolded] = useState<readonly number[]>([]);
  return (
    <SectionCard title={t('evidence-card.title')}>
      {timeless.length > 0 && (
        <List>
          {timeless.map((evidence) => (
            <List.Item key={evidence.code}>{evidenceWords(evidence, words, { now })}</List.Item>
          ))}
        </List>
      )}
      {timelineDays(entries, words).map((day) => (
        <DaySection
          key={day.day}
          day={day}
          now={now}
          unfolded={unfolded}
          onUnfold={(run) => {
            setUnfolded([...unfolded, run]);
          }}
        />
      ))}
    </SectionCard>
  );
}

function DaySection({
  day: { rows },
  now,
  unfolded,
  onUnfold,
}: {
  readonly day: TimelineDay;
  readonly now: Instant;
  readonly unfolded: readonly number[];
  readonly onUnfold: (run: number) => void;
}) {
  const words = useWords();
  const [first] = rows;
  const isFolded = (run: number | null) => run !== null && !unfolded.includes(run);
  // On paper everything is unfolded.
  const hiding = (isHidden: boolean) => (isHidden ? { className: styles['folded'] } : {});
  return (
    <section {...hiding(rows.every(({ run, folds }) => isFolded(run) && folds === null))}>
      {first && (
        <Text as="h3" variant="headingXs" tone="subdued">
          <span suppressHydrationWarning>{dayWords(first.entry.at, words)}</span>
        </Text>
      )}
      <ol className={styles['timeline']}>
        {rows.map(({ entry, run, folds }, index) => (
          // Nothing else tells apart two scans of one instant.
          <Fragment key={`${entry.at}-${index}`}>
            {run !== null && folds !== null && isFolded(run) && (
              <li data-kind="fold">
                <Button
                  variant="plain"
                  onClick={() => {
                    onUnfold(run);
                  }}
                >
                  {words.t('timeline.more-scans', { count: folds })}
                </Button>
              </li>
            )}
            <li
              data-kind={kindShown(entry, now)}
              {...hiding(isFolded(run))}
              {...(folds !== null && !isFolded(run) ? { tabIndex: -1, ref: takeFocus } : {})}
            >
              <EntryText entry={entry} now={now} />
            </li>
          </Fragment>
        ))}
      </ol>
    </section>
  );
}

/** The button that was pressed is gone: the keyboard's place is where it stood. */
function takeFocus(item: HTMLLIElement | null): void {
  item?.focus();
}

function EntryText({ entry, now }: { readonly entry: TimelineEntry; readonly now: Instant }) {
  const words = useWords();
  const { t } = words;
  const said = entryWords(entry, words, now);
  return (
    <>
      <Text as="span" variant="bodySm" tone="subdued">
        <time dateTime={entry.at} suppressHydrationWarning>
          {minuteWords(entry.at, words)}
        </time>
      </Text>
      {said && (
        <span className={styles['what']}>
          {said}
          {entry.at > now && <Badge>{t('timeline.ahead')}</Badge>}
        </span>
      )}
      {detailWords(entry, words, now).map((detail) => (
        <Text key={detail} as="span" variant="bodySm" tone="subdued">
          {detail}
        </Text>
      ))}
      {entry.evidence.map((evidence) => (
        <span key={evidence.code} className={styles['what']}>
          {evidenceWords(evidence, words, { now })}
          <Badge tone="info">{t('evidence-card.badge')}</Badge>
        </span>
      ))}
    </>
  );
}

function kindShown(entry: TimelineEntry, now: Instant): string {
  if (entry.evidence.length > 0) return 'evidence';
  return entry.at > now ? 'ahead' : entry.kind;
}
