import { numericIdOf, type Gid } from './ids.ts';
import type { Suggestion } from './suggestion.ts';

/** What Flow is told of, by the handles of the triggers in extensions/. */
export const flowTriggers = ['refund-suggested', 'refund-settled'] as const;
export type FlowTrigger = (typeof flowTriggers)[number];

/** By the keys of the trigger's fields; references are numeric ids. */
export type FlowPayload = Readonly<Record<string, string | number | boolean>>;

type Told = Pick<Suggestion, 'id' | 'orderId' | 'claim' | 'amount' | 'actBy' | 'decidedBy'>;

/** A guest's order names no customer. */
export function flowPayload(
  trigger: FlowTrigger,
  { id, orderId, claim, amount, actBy, decidedBy }: Told,
  customerId: Gid<'Customer'> | null,
): FlowPayload {
  const common = {
    order_id: Number(numericIdOf(orderId)),
    ...(customerId === null ? {} : { customer_id: Number(numericIdOf(customerId)) }),
    'Suggestion ID': id,
    Ground: claim.ground,
    Amount: Number(amount.amount),
    Currency: amount.currencyCode,
  };
  switch (trigger) {
    case 'refund-suggested':
      return {
        ...common,
        Scenario: claim.scenario,
        Probability: claim.probability.value,
        Responsible: claim.responsibility.party,
        'Act by': actBy?.at ?? '',
      };
    case 'refund-settled':
      return { ...common, Automatic: decidedBy === 'system' };
  }
}
