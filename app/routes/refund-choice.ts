import { z } from 'zod';
import { parseMoney, type Money } from '../domain/money.ts';
import type { RefundChoice } from '../domain/remedy/chosen-plan.ts';

/** What the refund editor posts; what it means is checked against the order. */
export const refundChoice = z.strictObject({
  lines: z
    .array(
      z.object({ lineItemId: z.string().max(100), quantity: z.number().int().min(0).max(1e6) }),
    )
    .max(250),
  shipping: z.string().max(20),
  duties: z.boolean(),
  goodwill: z.string().max(20),
  method: z.enum(['original', 'store-credit']),
  buyerAgreed: z.boolean(),
  restock: z.boolean(),
  cancels: z.boolean(),
  notify: z.boolean(),
  note: z.string().max(2000),
}) satisfies z.ZodType<RefundChoice>;

/** The sum that was on the button. */
export const money = z
  .object({ amount: z.string().max(20), currencyCode: z.string().max(4) })
  .transform(({ amount, currencyCode }, context): Money => {
    try {
      return parseMoney(amount, currencyCode);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      context.addIssue({ code: 'custom', message: error.message });
      return z.NEVER;
    }
  });
