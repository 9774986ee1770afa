import type { Evidence } from '../../claim.ts';
import { fact, listOf, money } from '../../evidence.ts';
import { rightsOf } from '../../law/rights.ts';
import { scale, isPositive } from '../../money.ts';
import type { ReturnFacts, ReturnLineFacts } from '../../order-facts.ts';
import { isListed, skuOf } from '../../policy/sku-list.ts';
import { lessFee, stakeOfLines } from '../../remedy/stake.ts';
import type { Stake } from '../../claim.ts';
import { addDays, latest, type Instant } from '../../time.ts';
import type { Look } from '../scenario.ts';

/** Why a return request stands or falls. */
export interface ReturnVerdict {
  readonly eligible: boolean;
  /** `law`, `fault` or `policy`: what carries it; for one that falls, what it falls by. */
  readonly by: 'law' | 'fault' | 'policy';
  readonly evidence: readonly Evidence[];
}

/** ReturnReason values that speak of the goods' fault: neither window nor final sale matters then. */
const faults = new Set(['DEFECTIVE', 'NOT_AS_DESCRIBED', 'WRONG_ITEM', 'DAMAGED']);

export function isFaulty({ lines }: ReturnFacts): boolean {
  return lines.some(({ reason }) => reason !== null && faults.has(reason.toUpperCase()));
}

/** Judges a request by the law where the buyer lives first, then by the published policy. */
export function verdictOf(look: Look<unknown>, request: ReturnFacts): ReturnVerdict {
  const { order } = look.facts;
  const { returns } = look.policy;
  const { requestedAt } = request;
  if (isFaulty(request)) {
    return { eligible: true, by: 'fault', evidence: [fact('goods-faulty')] };
  }
  const tooMany = request.lines.find((line) => line.quantity > boughtOf(look, line));
  if (tooMany) {
    const params = { quantity: tooMany.quantity, bought: boughtOf(look, tooMany) };
    return { eligible: false, by: 'policy', evidence: [fact('more-than-bought', params)] };
  }
  const hygiene = request.lines.some((line) =>
    isListed(skuOf(order, line.lineItemId), returns.hygieneSkus),
  );
  if (hygiene) return { eligible: false, by: 'policy', evidence: [fact('hygiene-goods')] };
  const deliveredAt = deliveryOf(look, request);
  const withdrawal = rightsOf(order.destinationCountry)?.withdrawal ?? null;
  if (withdrawal && (!deliveredAt || requestedAt < addDays(deliveredAt, withdrawal.days))) {
    const evidence = fact('withdrawal-right', {}, deliveredAt);
    return { eligible: true, by: 'law', evidence: [evidence] };
  }
  const final = request.lines.some((line) =>
    isListed(skuOf(order, line.lineItemId), returns.finalSaleSkus),
  );
  if (final) return { eligible: false, by: 'policy', evidence: [fact('final-sale')] };
  const closesAt = deliveredAt && addDays(deliveredAt, returns.windowDays);
  const days = returns.windowDays;
  return closesAt && requestedAt >= closesAt
    ? { eligible: false, by: 'policy', evidence: [fact('window-closed', { days }, closesAt)] }
    : { eligible: true, by: 'policy', evidence: [fact('window-open', { days }, closesAt)] };
}

/** The window opens when the goods arrived; while nobody knows, it has not begun to run out. */
function deliveryOf({ parcels }: Look<unknown>, { lines }: ReturnFacts): Instant | null {
  const wanted = new Set(lines.map(({ lineItemId }) => lineItemId));
  const carrying = parcels.filter(({ parcel }) =>
    parcel.lines.some(({ lineItemId }) => wanted.has(lineItemId)),
  );
  return latest(carrying.map(({ deliveredAt }) => deliveredAt));
}

/** What the return is worth: its lines, less the policy's fee where the law allows one. */
export function stakeOfReturn(
  look: Look<unknown>,
  request: ReturnFacts,
  { eligible, by }: Pick<ReturnVerdict, 'eligible' | 'by'>,
): { readonly stake: Stake; readonly fee: Evidence | null } {
  const { order } = look.facts;
  const withdrawal = rightsOf(order.destinationCountry)?.withdrawal ?? null;
  const shipping = by === 'fault' || (by === 'law' && withdrawal?.refundsOutboundShipping === true);
  const stake = stakeOfLines(order, request.lines, { shipping });
  const fee = scale(stake.estimate, look.policy.returns.restockingFeePercent / 100);
  if (!eligible || by !== 'policy' || !isPositive(fee)) return { stake, fee: null };
  return { stake: lessFee(stake, fee), fee: fact('restocking-fee', { amount: money(fee) }) };
}

export function requestEvidence(request: ReturnFacts, ...more: readonly (Evidence | null)[]) {
  const [reason = ''] = request.lines.flatMap((line) => line.reason?.toUpperCase() ?? []);
  return listOf(fact('return-requested', { reason }, request.requestedAt), ...more);
}

function boughtOf({ facts }: Look<unknown>, { lineItemId }: ReturnLineFacts): number {
  return facts.order.lines.find((line) => line.lineItemId === lineItemId)?.currentQuantity ?? 0;
}
