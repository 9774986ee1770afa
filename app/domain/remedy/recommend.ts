import type { Evidence, NonEmpty } from '../claim.ts';
import { add, compare, larger, scale, subtract, zero, type Money } from '../money.ts';
import type { Option, Recommendation } from '../suggestion.ts';
import { costOfWaiting, startingCosts } from './costs.ts';

/**
 * Paying now costs V, the amount less the ticket it saves; waiting costs p x (V + G), where G is the
 * dispute share times fee and labour: an owed buyer is paid in the end, by us or by the bank. So paying
 * now is the cheaper from p >= V / (V + G) on.
 */
export function recommend(amount: Money, probability: number): Recommendation {
  const costs = startingCosts(amount.currencyCode);
  const nothing = zero(amount.currencyCode);
  const now = costs ? larger(subtract(amount, costs.ticket), nothing) : amount;
  const later = scale(costs ? add(now, costOfWaiting(costs)) : now, probability);
  const percent = Math.round(probability * 100);
  const assumed = costs
    ? [
        fact('dispute-share', { percent: Math.round(costs.disputeShare * 100) }),
        fact('dispute-fee', { amount: { kind: 'money', money: costs.disputeFee } }),
        fact('dispute-labour', { amount: { kind: 'money', money: costs.disputeLabour } }),
      ]
    : [fact('costs-unknown-currency', { currency: amount.currencyCode })];
  const refund: Option = {
    kind: 'refund',
    expectedCost: now,
    assumptions: costs
      ? [fact('ticket-saved', { amount: { kind: 'money', money: costs.ticket } })]
      : [],
  };
  const wait: Option = {
    kind: 'wait',
    expectedCost: later,
    assumptions: [fact('probability', { percent }), ...assumed],
  };
  const options: NonEmpty<Option> = compare(now, later) <= 0 ? [refund, wait] : [wait, refund];
  return { options };
}

function fact(code: string, params: Evidence['params']): Evidence {
  return { code, params, at: null };
}
