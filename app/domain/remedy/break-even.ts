import type { Money } from '../money.ts';
import type { OrderFacts } from '../order-facts.ts';
import type { SharedPolicy } from '../policy/sections.ts';
import type { Claim } from '../suggestion.ts';
import { costsOf, type Totals } from './costs.ts';

/**
 * The probability from which on paying the claim now is cheaper than waiting: V / (V + G), with V the amount less the ticket it
 * saves and G the dispute share of fee and labour. Null where the costs are not known in the order's currency.
 */
export function breakEvenOf(
  { stake }: Pick<Claim, 'stake'>,
  { payment }: OrderFacts,
  policy: SharedPolicy,
): number | null {
  return breakEvenAt(stake.estimate, payment, policy);
}

/** The same of an amount; `totals` say what the policy's costs are in its currency. */
export function breakEvenAt(
  { amount: text }: Money,
  totals: Totals,
  policy: SharedPolicy,
): number | null {
  const costs = costsOf(policy.costs, totals);
  if (!costs) return null;
  const amount = Number(text);
  const payNow = Math.max(
    0,
    amount * (1 + policy.costs.keptFeePercent / 100) - Number(costs.ticket.amount),
  );
  const disputes =
    costs.disputeShare * (Number(costs.disputeFee.amount) + Number(costs.disputeLabour.amount));
  return payNow === 0 ? 0 : payNow / (payNow + disputes);
}
