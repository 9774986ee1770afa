import { writeAuditEvent } from '../db/audit-events.server.ts';
import { findSuggestion, findUnfinished } from '../db/suggestions.server.ts';
import type { CarrierVerdict } from '../domain/case-facts.ts';
import type { Gid, ShopDomain, SuggestionId } from '../domain/ids.ts';
import { approximate, compare } from '../domain/money.ts';
import type { DismissReason, Suggestion } from '../domain/suggestion.ts';
import { payByMachine, type PayAutomaticallyOutcome } from './automate.server.ts';
import { dismiss, type DismissOutcome } from './dismiss.server.ts';
import type { Line } from './line.server.ts';
import { look } from './look.server.ts';
import {
  recordCarrierAnswer,
  type RecordCarrierAnswerOutcome,
} from './record-carrier-answer.server.ts';

/** What a step of a workflow is about. */
export interface FlowAsked {
  readonly shop: ShopDomain;
  readonly runId: string;
  readonly orderId: Gid<'Order'>;
  /** Null: the order's one that is somebody's business. */
  readonly suggestionId: SuggestionId | null;
}

export interface NoSuggestion {
  readonly outcome: 'no-such-suggestion';
}

/** An outcome, and the suggestion that it is about. */
export type About<Outcome> =
  | NoSuggestion
  | { readonly outcome: 'reached'; readonly suggestion: Suggestion; readonly came: Outcome };

export type AssessOrderOutcome =
  | { readonly outcome: 'assessed' }
  | { readonly outcome: 'no-such-order' }
  | { readonly outcome: 'unreachable' };

/** A look that nobody waits in the queue for. */
export async function assessOrder(
  line: Line,
  { shop, orderId }: Pick<FlowAsked, 'shop' | 'orderId'>,
): Promise<AssessOrderOutcome> {
  const looked = await look(line, { shop, orderId });
  switch (looked.outcome) {
    case 'looked':
    case 'overtaken':
      return { outcome: 'assessed' };
    case 'order-gone':
    case 'shop-gone':
      return { outcome: 'no-such-order' };
    case 'unreachable':
      return { outcome: 'unreachable' };
  }
}

export type ApproveByFlowOutcome = PayAutomaticallyOutcome | { readonly outcome: 'above-most' };

/**
 * A merchant's workflow pays, as the machine does: under the limits of automation and with its hold, and nothing that a person has to see
 * or has had in hand.
 */
export async function approveByFlow(
  line: Line,
  asked: FlowAsked,
  atMost: number | null,
): Promise<About<ApproveByFlowOutcome>> {
  return about(line, asked, async (suggestion): Promise<ApproveByFlowOutcome> => {
    const { shop, id: suggestionId, state } = suggestion;
    if (state !== 'open') return { outcome: 'already-decided', state };
    if (isAboveMost(suggestion, atMost)) return { outcome: 'above-most' };
    return payByMachine(line, { shop, suggestionId }, (now) =>
      Promise.resolve(isForFlow(now) && !isAboveMost(now, atMost)),
    );
  });
}

function isForFlow({ state, decidedBy, care }: Suggestion): boolean {
  const isSimple = care.automatic && !care.secondPerson && care.checklist.length === 0;
  return isSimple && state === 'open' && decidedBy === null;
}

function isAboveMost({ amount }: Suggestion, atMost: number | null): boolean {
  return atMost !== null && compare(amount, approximate(atMost, amount.currencyCode)) > 0;
}

export async function dismissByFlow(
  line: Line,
  asked: FlowAsked,
  reason: DismissReason,
): Promise<About<DismissOutcome>> {
  return about(line, asked, ({ shop, id: suggestionId, version }) =>
    dismiss(line, { shop, suggestionId, version, reason, actor: 'system' }),
  );
}

export async function recordAnswerByFlow(
  line: Line,
  asked: FlowAsked,
  verdict: CarrierVerdict,
): Promise<About<RecordCarrierAnswerOutcome>> {
  return about(line, asked, ({ shop, id: suggestionId }) =>
    recordCarrierAnswer(line, {
      ...{ shop, suggestionId, verdict, actor: 'system' },
      externalId: `flow ${asked.runId}`,
    }),
  );
}

/** Does it to the suggestion that is meant, once the trail says that Flow asked. */
async function about<Outcome>(
  { db, now }: Line,
  { shop, runId, orderId, suggestionId }: FlowAsked,
  act: (suggestion: Suggestion) => Promise<Outcome>,
): Promise<About<Outcome>> {
  const suggestion = suggestionId
    ? await findSuggestion(db.prisma, shop, suggestionId)
    : await findUnfinished(db.prisma, { shop, orderId });
  if (suggestion?.orderId !== orderId) return { outcome: 'no-such-suggestion' };
  await writeAuditEvent(db.prisma, {
    ...{ shop, orderId, suggestionId: suggestion.id, at: now() },
    ...{ actor: 'system', kind: 'flow-asked', params: { run: runId } },
  });
  return { outcome: 'reached', suggestion, came: await act(suggestion) };
}
