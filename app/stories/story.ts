import { z } from 'zod';
import { carrierVerdicts, reportProblems } from '../domain/case-facts.ts';
import { restOrder } from '../shopify/order-from-rest.ts';
import { id, quantity, text } from '../shopify/field-from-rest.ts';

/** An instant with an offset, or a date, or a time without an offset: those two are the shop's own. */
const when = text.regex(/^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}.*)?$/, 'not-an-instant');

const scan = z.object({
  at: when,
  status: text.nullish(),
  message: text.nullish(),
  country: text.nullish(),
  source: text.nullish(),
});
export type StoryScan = z.infer<typeof scan>;

const lines = z.array(z.object({ lineItemId: id, quantity }), 'not-a-list');

/**
 * A shop, an instant and orders: all that a judgement needs, in one file that can be shared. Ids are those of the orders'
 * own REST bodies.
 */
export const storyShape = z.object({
  shop: z.object({
    country: text.regex(/^[A-Z]{2}$/, 'not-a-country').nullish(),
    currency: text.regex(/^[A-Z]{3,4}$/, 'not-a-currency').nullish(),
    timeZone: text.refine(isTimeZone, 'not-a-time-zone').nullish(),
  }),
  now: when,
  orders: z.array(restOrder, 'not-a-list'),
  promises: z.record(id, z.object({ shipBy: when.nullish(), deliverBy: when.nullish() })).nullish(),
  scans: z.record(id, z.array(scan, 'not-a-list')).nullish(),
  returns: z
    .array(
      z.object({
        orderId: id,
        status: text,
        requestedAt: when,
        receivedAt: when.nullish(),
        scans: z.array(scan, 'not-a-list').nullish(),
        lines: z.array(
          z.object({ lineItemId: id, quantity, reason: text.nullish(), note: text.nullish() }),
          'not-a-list',
        ),
      }),
      'not-a-list',
    )
    .nullish(),
  reports: z
    .array(
      z.object({
        orderId: id,
        at: when,
        problem: z.enum(reportProblems, 'not-a-problem'),
        lines: lines.nullish(),
        text: text.nullish(),
        photos: z.union([quantity, z.array(z.unknown())]).nullish(),
      }),
      'not-a-list',
    )
    .nullish(),
  messages: z.array(z.object({ orderId: id, at: when, text }), 'not-a-list').nullish(),
  disputes: z
    .array(
      z.object({
        orderId: id,
        kind: text.regex(/^(inquiry|chargeback)$/i, 'not-a-dispute'),
        reason: text.nullish(),
        at: when.nullish(),
        status: text.nullish(),
      }),
      'not-a-list',
    )
    .nullish(),
  holds: z
    .array(z.object({ orderId: id, reason: text, at: when.nullish() }), 'not-a-list')
    .nullish(),
  /** What carriers answered to inquiries, by fulfillment. */
  carrierAnswers: z
    .array(
      z.object({ fulfillmentId: id, at: when, verdict: z.enum(carrierVerdicts, 'not-a-verdict') }),
      'not-a-list',
    )
    .nullish(),
});
export type Story = z.infer<typeof storyShape>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    // The only way to ask: an unknown zone throws a RangeError.
    return false;
  }
}
