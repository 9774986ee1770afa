import type { Intent, TextReader } from '#app/domain/intent.ts';
import { assessStory } from '#app/stories/assess-story.ts';
import { readStory } from '#app/stories/read-story.ts';

/*
 * Stories in a few lines: one order of two mugs for 20.00 each and 5.00 of shipping, paid on 1 March 2026 at noon in a
 * German shop, going to Germany unless said otherwise. March has no holidays in Germany, China or the United States.
 */

type Json = Record<string, unknown>;

const orderId = '1001';
export const parcelId = '2001';
export const lineId = '3001';

/** Noon of a day in March 2026; fractions and days beyond the month go on counting. */
export function march(day: number): string {
  return new Date(Date.parse('2026-03-01T12:00:00Z') + (day - 1) * 86_400_000).toISOString();
}

/** A millisecond before. */
export function justBefore(instant: string): string {
  return new Date(Date.parse(instant) - 1).toISOString();
}

export function order(changes: Json = {}): Json {
  return {
    id: Number(orderId),
    name: '#1001',
    created_at: march(1),
    currency: 'EUR',
    total_price: '45.00',
    financial_status: 'paid',
    taxes_included: true,
    shipping_address: { country_code: 'DE' },
    line_items: [line()],
    shipping_lines: [{ title: 'Standard', price: '5.00' }],
    ...changes,
  };
}

export function line(changes: Json = {}): Json {
  return {
    id: Number(lineId),
    title: 'Enamel mug',
    sku: 'MUG-1',
    quantity: 2,
    price: '20.00',
    ...changes,
  };
}

/** The same order, all of it handed over in one parcel on 3 March. */
export function sent(changes: Json = {}, parcels: readonly Json[] = [parcel()]): Json {
  return order({
    line_items: [line({ fulfillable_quantity: 0 })],
    fulfillment_status: 'fulfilled',
    fulfillments: parcels,
    ...changes,
  });
}

export function parcel(changes: Json = {}): Json {
  return {
    id: Number(parcelId),
    status: 'success',
    created_at: march(3),
    tracking_company: 'DHL',
    tracking_number: 'JD0001',
    line_items: [{ id: Number(lineId), quantity: 2 }],
    ...changes,
  };
}

/** One scan a day from 4 March on, by status or by `[status, message]`. */
export function scans(...told: readonly (string | readonly [string, string] | Json)[]): Json {
  return {
    [parcelId]: told.map((one, index) => ({
      at: march(4 + index),
      ...(typeof one === 'string'
        ? { status: one }
        : isPair(one)
          ? { status: one[0], message: one[1] }
          : one),
    })),
  };
}

function isPair(told: readonly [string, string] | Json): told is readonly [string, string] {
  return Array.isArray(told);
}

export const delivered = scans('IN_TRANSIT', 'OUT_FOR_DELIVERY', 'DELIVERED');

export function abroad(country: string, changes: Json = {}): Json {
  return { shipping_address: { country_code: country }, ...changes };
}

export interface StoryParts {
  readonly now: string;
  readonly orders: readonly Json[];
  readonly [part: string]: unknown;
}

/** Through the same door as any story: its text is read, and every order judged. */
export function judgeStory({ shop, ...story }: StoryParts, read?: TextReader) {
  const place = { country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin', ...(shop as Json) };
  const outcome = readStory(JSON.stringify({ shop: place, ...story }));
  if (outcome.outcome === 'unreadable') {
    throw new Error(outcome.problems.map(({ path, code }) => `${path}: ${code}`).join(', '));
  }
  return assessStory(outcome.story, outcome.policy, read).assessments;
}

/** Reads words of its own for an intent, for stories that need a reading of a certain confidence. */
export const readsTags: TextReader = (text) => ({
  intents: [...text.matchAll(/#([a-z-]+)=([\d.]+)/g)].map(([, intent, confidence]) => ({
    intent: intent as Intent,
    confidence: Number(confidence),
  })),
});

export function report(problem: string, at: string, changes: Json = {}): Json {
  return { orderId: Number(orderId), at, problem, ...changes };
}

export function message(text: string, at: string): Json {
  return { orderId: Number(orderId), at, text };
}

export function returned(status: string, requestedAt: string, changes: Json = {}): Json {
  return {
    orderId: Number(orderId),
    status,
    requestedAt,
    lines: [{ lineItemId: Number(lineId), quantity: 2 }],
    ...changes,
  };
}
