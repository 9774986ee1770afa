import { useLocation, useNavigate, useRevalidator } from '@remix-run/react';
import { Page } from '@shopify/polaris';
import { useCallback, useMemo, useState } from 'react';
import type { AuditEvent } from '../domain/audit-event.ts';
import type { UnclearText } from '../domain/intent.ts';
import { isDisputeOpen } from '../domain/dispute.ts';
import type { OwnWords } from '../domain/messages/own-words.ts';
import type { OrderFacts } from '../domain/order-facts.ts';
import type { RefundAttempt } from '../domain/refund-attempt.ts';
import { inquiryOf } from '../domain/carriers/inquiry.ts';
import type { BuyerReport } from '../domain/reports/buyer-report.ts';
import type { Claim, Suggestion } from '../domain/suggestion.ts';
import type { Instant } from '../domain/time.ts';
import type { Timeline } from '../domain/timeline/timeline-entry.ts';
import { showToast } from './admin-frame.ts';
import { useAnnounce } from './announcer.tsx';
import { BuyerReportsCard } from './buyer-reports-card.tsx';
import { BuyerQuestionCard } from './buyer-question-card.tsx';
import { CareCard } from './care-card.tsx';
import { ClocksCard } from './clocks-card.tsx';
import { ConnectionNote } from './connection-note.tsx';
import { isDone, type DecisionResult, type Standing } from './decision.ts';
import { resultSentence, resultWords } from './decision-words.ts';
import { EvidenceCard } from './evidence-card.tsx';
import { ActivityCard, AttemptsCard, RefundsCard } from './history-card.tsx';
import { InquiryCard } from './inquiry-card.tsx';
import { JudgementCard } from './judgement-card.tsx';
import { OptionsCard } from './options-card.tsx';
import { OrderCard } from './order-card.tsx';
import { OtherClaimsCard } from './other-claims-card.tsx';
import { PaperCard } from './paper-card.tsx';
import { isDecidable } from './placed-rows.ts';
import { RefundCard, type RefundPreview } from './refund-card.tsx';
import { RefundEditor } from './refund-editor.tsx';
import { RegretCard } from './regret-card.tsx';
import { ServerClockContext, useServerClock } from './server-clock.ts';
import { useStateNews } from './state-news.ts';
import { SuggestionHeadline } from './suggestion-headline.tsx';
import { useDecisions } from './use-decisions.ts';
import { useHurry } from './use-live-reload.ts';
import { useStanding } from './use-standing.ts';
import { useWords } from './words-context.tsx';
import styles from './suggestion-page.module.css';

export interface SuggestionData {
  readonly suggestion: Suggestion;
  /** Every claim that the last look made on the order. */
  readonly claims: readonly Claim[];
  /** Null when the order was deleted at Shopify since, or is no longer kept. */
  readonly facts: OrderFacts | null;
  readonly factsReadAt: Instant | null;
  readonly timeline: Timeline;
  /** What the buyer reported in a form, the newest first. */
  readonly reports: readonly BuyerReport[];
  /** Where the buyer can report a problem without an account. */
  readonly reportLink: string;
  /** What the buyer wrote last, where it has to be asked what is meant. */
  readonly unclear: UnclearText | null;
  /** The merchant's own words of messages. */
  readonly own: OwnWords;
  readonly attempts: readonly RefundAttempt[];
  readonly events: readonly AuditEvent[];
  /** Null when nothing is left to decide. */
  readonly preview: Promise<RefundPreview> | null;
  readonly now: Instant;
  readonly isConnected: boolean;
}

export function SuggestionPage({ data }: { readonly data: SuggestionData }) {
  const { facts, now } = data;
  const words = useWords();
  const announce = useAnnounce();
  const { revalidate } = useRevalidator();
  const clock = useServerClock(now);
  const [isHurried, hurry] = useHurry();
  const { suggestion, note, isConnected } = useStanding(data.suggestion, {
    factsReadAt: data.factsReadAt,
    now,
    isHurried,
  });
  const onResult = useCallback(
    (about: Suggestion, result: DecisionResult, standing: Standing | null) => {
      if (standing) {
        clock.tell(standing.now);
        note(standing);
      }
      const said = resultWords(result, about, words);
      announce(resultSentence(said));
      if (result.outcome === 'stale') hurry();
      if (isDone(result) && result.outcome !== 'approved') showToast(said.title);
      revalidate();
    },
    [clock, note, announce, words, hurry, revalidate],
  );
  const { decidingOf, decide, forget } = useDecisions(onResult);
  useStateNews(useMemo(() => [suggestion], [suggestion]));
  const { claim } = suggestion;
  const [checked, setChecked] = useState<readonly string[]>([]);
  const [isEditing, setIsEditing] = useState(false);
  const inquiry = facts && inquiryOf(claim, facts);
  const isDisputed = facts?.disputes.some(isDisputeOpen) ?? false;
  const paper = (
    <div className={styles['screenOnly']}>
      <PaperCard suggestion={suggestion} isDisputed={isDisputed} />
    </div>
  );
  const others = data.claims.filter(
    ({ ground, fulfillmentId }) => ground !== claim.ground || fulfillmentId !== claim.fulfillmentId,
  );
  return (
    <ServerClockContext.Provider value={clock}>
      <div className={styles['page']}>
        <Page title={suggestion.orderName} backAction={useBackToQueue()}>
          <div className={styles['columns']}>
            <div className={styles['main']}>
              <SuggestionHeadline
                suggestion={suggestion}
                deciding={decidingOf(suggestion.id)}
                decide={decide}
                forget={forget}
                now={now}
                checked={checked}
              />
              {isDisputed && paper}
              {isDecidable(suggestion) && !suggestion.care.automatic && (
                <CareCard
                  care={suggestion.care}
                  now={now}
                  checked={checked}
                  onChecked={setChecked}
                />
              )}
              {isDecidable(suggestion) && isEditing && facts && (
                <RefundEditor
                  suggestion={suggestion}
                  facts={facts}
                  deciding={decidingOf(suggestion.id)}
                  isBlocked={suggestion.care.checklist.some((one) => !checked.includes(one))}
                  onClose={() => {
                    setIsEditing(false);
                  }}
                  onRefund={(choice, amount) => {
                    const { version } = suggestion;
                    const chosen = JSON.stringify({ choice, amount });
                    decide(suggestion, {
                      intent: 'refund',
                      version,
                      checked: checked.join(','),
                      chosen,
                    });
                  }}
                />
              )}
              <RegretCard suggestion={suggestion} own={data.own} />
              <EvidenceCard timeline={data.timeline} now={now} />
              <BuyerReportsCard reports={data.reports} facts={facts} />
              <JudgementCard claim={claim} now={now} />
              {isDecidable(suggestion) && (
                <OptionsCard recommendation={suggestion.recommendation} />
              )}
              {isDecidable(suggestion) && inquiry && (
                <div className={styles['screenOnly']}>
                  <InquiryCard
                    inquiry={inquiry}
                    own={data.own}
                    suggestionId={suggestion.id}
                    onRecorded={() => {
                      hurry();
                      revalidate();
                    }}
                  />
                </div>
              )}
              {isDecidable(suggestion) && data.unclear && (
                <div className={styles['screenOnly']}>
                  <BuyerQuestionCard
                    unclear={data.unclear}
                    orderName={suggestion.orderName}
                    own={data.own}
                  />
                </div>
              )}
              <OtherClaimsCard claims={others} now={now} />
              <AttemptsCard
                attempts={data.attempts}
                onClosed={() => {
                  hurry();
                  revalidate();
                }}
              />
              <ActivityCard events={data.events} />
            </div>
            <div className={styles['side']}>
              <ClocksCard claim={claim} now={now} />
              <RefundCard
                suggestion={suggestion}
                facts={facts}
                preview={data.preview}
                onEdit={
                  isDecidable(suggestion) && facts && !isEditing
                    ? () => {
                        setIsEditing(true);
                      }
                    : null
                }
              />
              <OrderCard
                orderId={suggestion.orderId}
                facts={facts}
                readAt={data.factsReadAt}
                reportLink={data.reportLink}
              />
              <RefundsCard refunds={facts?.refunds ?? []} />
              {!isDisputed && paper}
            </div>
          </div>
          {!(data.isConnected && isConnected) && <ConnectionNote asOf={now} />}
        </Page>
      </div>
    </ServerClockContext.Provider>
  );
}

/** Back to the very place in the queue, when the merchant came from there. */
function useBackToQueue() {
  const { t } = useWords();
  const navigate = useNavigate();
  const state: unknown = useLocation().state;
  const isFromQueue = typeof state === 'object' && state !== null && 'isFromQueue' in state;
  return {
    content: t('nav.queue'),
    onAction: () => {
      if (isFromQueue) navigate(-1);
      else navigate('/app');
    },
  };
}
