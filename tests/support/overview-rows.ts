import { randomUUID } from 'node:crypto';
import type { Tx } from '#app/db/database.server.ts';
import { jsonOf } from '#app/db/json-column.ts';
import { columnsOf } from '#app/db/suggestion-row.ts';
import type { Deadline } from '#app/domain/claim.ts';
import type { Gid, ShopDomain } from '#app/domain/ids.ts';
import type { Money } from '#app/domain/money.ts';
import type { OrderFacts } from '#app/domain/order-facts.ts';
import type { RefundAttempt } from '#app/domain/refund-attempt.ts';
import type { Claim, Suggestion } from '#app/domain/suggestion.ts';
import { addDays, type Instant } from '#app/domain/time.ts';
import { order } from './order-facts.ts';
import { suggestion } from './suggestion.ts';

export const legalBy = (at: Instant): Deadline => ({
  kind: 'legal-refund',
  at,
  rule: 'eu-delivery-30d',
});
export const bankBy = (at: Instant): Deadline => ({
  kind: 'card-dispute-earliest',
  at,
  rule: 'bank-visa-15d',
});

/** What a row of the overview is made of; the rest is as on the late order of `order-facts.ts`. */
export interface OverviewRow {
  readonly shop: ShopDomain;
  readonly openedAt: Instant;
  readonly decidedAt?: Instant;
  readonly amount: Money;
  readonly claim?: Partial<Claim>;
  readonly suggestion?: Partial<Suggestion>;
  /** Null: the order was erased. */
  readonly facts?: Partial<OrderFacts> | null;
  /** Made when the suggestion was decided. */
  readonly refund?: Partial<RefundAttempt> & { readonly automatic?: boolean };
  /** The sum that the machine would have paid when the suggestion was opened. */
  readonly verdict?: Money;
}

let orders = 0;

/** Writes a suggestion, its order, and its refund; answers the suggestion's id. */
export async function addRow(tx: Tx, row: OverviewRow): Promise<string> {
  const { shop, openedAt, decidedAt = openedAt, amount } = row;
  orders += 1;
  const orderId: Gid<'Order'> = `gid://shopify/Order/${9000 + orders}`;
  const usual = suggestion();
  const claim = { ...usual.claim, ...row.claim };
  const [best, ...others] = usual.recommendation.options;
  // To be decided, not waited for.
  const recommendation = { options: [{ ...best, kind: 'refund' }, ...others] } as const;
  const { state, decidedBy, withdrawnBecause, dismissReason, regrettedAt, destinationCountry } = {
    ...usual,
    ...row.suggestion,
  };
  const id = randomUUID();
  const facts = order({ ...row.facts, orderId });
  await tx.suggestion.create({
    data: {
      ...columnsOf({ ...usual, claim, recommendation, carriers: [], policyVersion: 0 }),
      ...{ id, shop, orderId, orderName: `#${9000 + orders}`, state, destinationCountry },
      ...{ openedAt, updatedAt: decidedAt, withdrawnBecause, dismissReason, regrettedAt },
      decidedBy,
      snoozedUntil: state === 'snoozed' ? addDays(openedAt, 30) : null,
      amount: amount.amount,
      currency: amount.currencyCode,
    },
  });
  if (row.facts !== null) {
    await tx.orderRecord.create({
      data: {
        ...{ shop, orderId, name: facts.name, facts: jsonOf(facts), readAt: openedAt },
        assessment: {},
      },
    });
  }
  if (row.verdict) {
    const { amount: sum, currencyCode } = row.verdict;
    await tx.automaticVerdict.create({
      data: {
        ...{ shop, suggestionId: id, ground: claim.ground, at: openedAt },
        ...{ amount: sum, currency: currencyCode },
      },
    });
  }
  if (row.refund) {
    const { moneyStatus = 'success', problem = null, state: refundState = 'refunded' } = row.refund;
    await tx.refundAttempt.create({
      data: {
        ...{ id: randomUUID(), shop, orderId, suggestionId: id, idempotencyKey: randomUUID() },
        ...{ request: {}, facts: jsonOf(facts), moneyStatus, problem, state: refundState },
        automatic: row.refund.automatic ?? false,
        ...{ amount: amount.amount, currency: amount.currencyCode },
        ...{ intendedAt: decidedAt, sendAfter: decidedAt, settledAt: decidedAt },
        // Nobody looks at Shopify's books for it: there is no such order.
        reconciledAt: decidedAt,
      },
    });
  }
  return id;
}
