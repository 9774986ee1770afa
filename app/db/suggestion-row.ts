import type { Suggestion as Row } from '#generated/prisma/client.ts';
import type { Deadline } from '../domain/claim.ts';
import type { Gid, ShopDomain, SuggestionId } from '../domain/ids.ts';
import { parseMoney } from '../domain/money.ts';
import type { Claim, Recommendation, Suggestion } from '../domain/suggestion.ts';
import { actBy } from '../domain/law/deadlines.ts';
import { instantOf, maybeInstantOf } from './instant-column.ts';
import { jsonOf } from './json-column.ts';

export function suggestionFrom(row: Row): Suggestion {
  const claim = row.claim as unknown as Claim;
  return {
    id: row.id as SuggestionId,
    shop: row.shop as ShopDomain,
    orderId: row.orderId as Gid<'Order'>,
    orderName: row.orderName,
    state: row.state as Suggestion['state'],
    version: row.version,
    claim,
    recommendation: row.recommendation as unknown as Recommendation,
    amount: parseMoney(row.amount.toFixed(), row.currency),
    destinationCountry: row.destinationCountry,
    actBy: clocksOf(claim),
    openedAt: instantOf(row.openedAt),
    updatedAt: instantOf(row.updatedAt),
    holdUntil: maybeInstantOf(row.holdUntil),
    withdrawnBecause: row.withdrawnBecause as Suggestion['withdrawnBecause'],
    dismissReason: row.dismissReason as Suggestion['dismissReason'],
  };
}

function clocksOf(claim: Claim): Deadline | null {
  return actBy(claim.legalDeadline, claim.bankDeadline);
}

/** The columns that follow from what is claimed. */
export function columnsOf(claim: Claim, recommendation: Recommendation) {
  return {
    scenario: claim.scenario,
    ground: claim.ground,
    amount: claim.stake.estimate.amount,
    currency: claim.stake.estimate.currencyCode,
    probability: claim.probability.value,
    responsible: claim.responsibility.party,
    actBy: clocksOf(claim)?.at ?? null,
    claim: jsonOf(claim),
    recommendation: jsonOf(recommendation),
  };
}
