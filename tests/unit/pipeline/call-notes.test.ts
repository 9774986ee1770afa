import { expect, test } from 'vitest';
import { parseShopDomain, type ShopDomain } from '#app/domain/ids.ts';
import { callNotes } from '#app/pipeline/call-notes.ts';
import { instant } from '#tests/support/order-facts.ts';

const mine = parseShopDomain('mine.myshopify.com') as ShopDomain;
const other = parseShopDomain('other.myshopify.com') as ShopDomain;
const budget = (available: number) => ({ available, maximum: 2000, restoreRate: 100 });

test('notes of calls are the last budget of each shop and its throttled calls by the minute, given away once', () => {
  const notes = callNotes();
  expect(notes.take()).toEqual([]);
  const throttled = { budget: null, isThrottled: true };
  notes.note(mine, { budget: budget(900), isThrottled: false }, instant('2026-11-25T12:00:10Z'));
  notes.note(mine, throttled, instant('2026-11-25T12:00:20Z'));
  notes.note(other, throttled, instant('2026-11-25T12:00:20Z'));
  notes.note(mine, throttled, instant('2026-11-25T12:00:59.999Z'));
  notes.note(mine, { budget: budget(12), isThrottled: true }, instant('2026-11-25T12:01:00Z'));
  notes.note(mine, { budget: null, isThrottled: false }, instant('2026-11-25T12:02:00Z'));
  expect(notes.take()).toEqual([
    {
      shop: mine,
      last: { ...budget(12), seenAt: instant('2026-11-25T12:01:00Z') },
      throttled: [
        { minute: instant('2026-11-25T12:00:00Z'), times: 2 },
        { minute: instant('2026-11-25T12:01:00Z'), times: 1 },
      ],
    },
    {
      shop: other,
      last: null,
      throttled: [{ minute: instant('2026-11-25T12:00:00Z'), times: 1 }],
    },
  ]);
  expect(notes.take()).toEqual([]);
});
