import { expect, test } from 'vitest';
import { noSignals } from '#app/domain/case-facts.ts';
import { unclearText } from '#app/domain/signals/unclear-text.ts';
import type { Instant } from '#app/domain/time.ts';
import { order } from '#tests/support/order-facts.ts';

const unclear = { language: 'de', between: ['late', 'cancel'] } as const;
const at = (day: number) => `2026-03-0${day}T12:00:00.000Z` as Instant;

test('the last thing that was written is asked about, while nobody can read it', () => {
  const message = { messageId: '1', at: at(2), intents: [], unclear };
  const clear = { intent: 'late', confidence: 0.9 } as const;
  const later = { messageId: '2', at: at(3), intents: [clear] };
  const earlier = { messageId: '0', at: at(1), intents: [clear] };
  const empty = { messageId: '3', at: at(4), intents: [] };
  expect(unclearText(null, noSignals)).toBeNull();
  expect(unclearText(null, { ...noSignals, messages: [earlier, message, empty] })).toEqual(unclear);
  expect(unclearText(null, { ...noSignals, messages: [message, later] })).toBeNull();
  expect(unclearText(null, { ...noSignals, messages: [later, message] })).toBeNull();
});

test('the note of a return counts as written when the return was asked for', () => {
  const returned = order({
    returns: [
      {
        returnId: 'gid://shopify/Return/1',
        status: 'REQUESTED',
        requestedAt: at(2),
        receivedAt: null,
        scans: [],
        refundIds: [],
        lines: [
          {
            returnLineId: null,
            processed: 0,
            lineItemId: 'gid://shopify/LineItem/1',
            quantity: 1,
            reason: null,
            intents: [],
            unclear,
          },
        ],
      },
    ],
  });
  expect(unclearText(returned, noSignals)).toEqual(unclear);
});
