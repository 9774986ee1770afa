import { Badge, Button, List, Text } from '@shopify/polaris';
import { useState } from 'react';
import type { OrderFacts } from '../domain/order-facts.ts';
import type { Claim } from '../domain/suggestion.ts';
import type { Instant } from '../domain/time.ts';
import { codeWords } from './code-words.ts';
import { evidenceWords } from './evidence-words.ts';
import { countryWords } from './format.ts';
import { SectionCard } from './section-card.tsx';
import { AbsoluteTime } from './time-words.tsx';
import { timelineOf, type TimelineEntry } from './timeline.ts';
import type { Words } from './words.ts';
import { useWords } from './words-context.tsx';
import styles from './timeline.module.css';

const shownAtFirst = 12;

/** What the claim rests on, in the order in which it happened. */
export function EvidenceCard({
  claim,
  facts,
  now,
}: {
  readonly claim: Claim;
  readonly facts: OrderFacts | null;
  readonly now: Instant;
}) {
  const words = useWords();
  const { t } = words;
  const [isWhole, setIsWhole] = useState(false);
  const { entries, timeless } = timelineOf(claim, facts);
  const shown = isWhole ? entries : entries.slice(0, shownAtFirst);
  return (
    <SectionCard title={t('evidence-card.title')}>
      {timeless.length > 0 && (
        <List>
          {timeless.map((evidence) => (
            <List.Item key={evidence.code}>{evidenceWords(evidence, words, { now })}</List.Item>
          ))}
        </List>
      )}
      {shown.length > 0 && (
        <ol className={styles['timeline']}>
          {shown.map((entry, index) => (
            // Nothing else tells apart two scans of one instant.
            <li key={`${entry.at}-${index}`} data-kind={entry.kind}>
              <Text as="span" variant="bodySm" tone="subdued">
                <AbsoluteTime at={entry.at} />
              </Text>
              <span className={styles['what']}>
                {entryWords(entry, words, now)}
                {entry.kind === 'evidence' && <Badge tone="info">{t('evidence-card.badge')}</Badge>}
              </span>
            </li>
          ))}
        </ol>
      )}
      {entries.length > shown.length && (
        <div>
          <Button
            variant="plain"
            onClick={() => {
              setIsWhole(true);
            }}
          >
            {t('evidence-card.all', { count: entries.length })}
          </Button>
        </div>
      )}
    </SectionCard>
  );
}

function entryWords(entry: TimelineEntry, words: Words, now: Instant): string {
  if (entry.kind === 'evidence') return evidenceWords(entry.evidence, words, { now });
  const { scan, parcel } = entry;
  return [
    codeWords('scan-status', scan.status, words),
    scan.country && countryWords(scan.country, words),
    scan.message,
    parcel,
  ]
    .filter(Boolean)
    .join(words.t('evidence-separator'));
}
