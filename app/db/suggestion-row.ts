import type { Suggestion as Row } from '#generated/prisma/client.ts';
import type { Gid, ShopDomain, SuggestionId } from '../domain/ids.ts';
import { parseMoney } from '../domain/money.ts';
import type { Care, Claim, Recommendation, Suggestion } from '../domain/suggestion.ts';
import { actBy, firstDeadline } from '../domain/law/deadlines.ts';
import { instantOf, maybeInstantOf } from './instant-column.ts';
import { jsonOf } from './json-column.ts';

/** What a suggestion is made of; the other columns follow from it. */
export const suggestionFields = {
  id: 'id',
  shop: 'shop',
  orderId: 'order_id',
  orderName: 'order_name',
  state: 'state',
  version: 'version',
  claim: 'claim',
  care: 'care',
  recommendation: 'recommendation',
  amount: 'amount',
  currency: 'currency',
  destinationCountry: 'destination_country',
  openedAt: 'opened_at',
  updatedAt: 'updated_at',
  holdUntil: 'hold_until',
  snoozedUntil: 'snoozed_until',
  wokenBecause: 'woken_because',
  withdrawnBecause: 'withdrawn_because',
  dismissReason: 'dismiss_reason',
  decidedBy: 'decided_by',
  regrettedAt: 'regretted_at',
} as const satisfies Partial<Record<keyof Row, string>>;

/** What is read of them. */
export type SuggestionRow = Pick<Row, keyof typeof suggestionFields>;

export function suggestionFrom(row: SuggestionRow): Suggestion {
  const claim = row.claim as unknown as Claim;
  return {
    id: row.id as SuggestionId,
    shop: row.shop as ShopDomain,
    orderId: row.orderId as Gid<'Order'>,
    orderName: row.orderName,
    state: row.state as Suggestion['state'],
    version: row.version,
    claim,
    care: row.care as unknown as Care,
    recommendation: row.recommendation as unknown as Recommendation,
    amount: parseMoney(row.amount.toFixed(), row.currency),
    destinationCountry: row.destinationCountry,
    actBy: actBy(claim.deadlines),
    openedAt: instantOf(row.openedAt),
    updatedAt: instantOf(row.updatedAt),
    holdUntil: maybeInstantOf(row.holdUntil),
    snoozedUntil: maybeInstantOf(row.snoozedUntil),
    wokenBecause: row.wokenBecause as Suggestion['wokenBecause'],
    withdrawnBecause: row.withdrawnBecause as Suggestion['withdrawnBecause'],
    dismissReason: row.dismissReason as Suggestion['dismissReason'],
    decidedBy: row.decidedBy,
    regrettedAt: maybeInstantOf(row.regrettedAt),
  };
}

/** What a look made of an order, as a suggestion keeps it. */
export interface Judged {
  readonly claim: Claim;
  readonly recommendation: Recommendation;
  readonly care: Care;
  /** Who carries the order's parcels. */
  readonly carriers: readonly string[];
  /** The version of the shop's policy by which it was judged. */
  readonly policyVersion: number;
}

/** The columns that follow from what is claimed. */
export function columnsOf({ claim, recommendation, care, carriers, policyVersion }: Judged) {
  return {
    scenario: claim.scenario,
    ground: claim.ground,
    amount: claim.stake.estimate.amount,
    currency: claim.stake.estimate.currencyCode,
    probability: claim.probability.value,
    responsible: claim.responsibility.party,
    actBy: actBy(claim.deadlines)?.at ?? null,
    legalBy: firstDeadline('legal-refund', claim.deadlines),
    bankBy: firstDeadline('card-dispute-earliest', claim.deadlines),
    claim: jsonOf(claim),
    recommendation: jsonOf(recommendation),
    care: jsonOf(care),
    carriers: [...carriers],
    policyVersion,
  };
}
