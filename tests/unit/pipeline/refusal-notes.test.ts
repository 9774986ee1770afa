import { expect, test } from 'vitest';
import { parseShopDomain } from '#app/domain/ids.ts';
import { refusalNotes } from '#app/pipeline/refusal-notes.ts';

test('refusals are counted by shop, service and reason, and taken once', () => {
  const shop = parseShopDomain('a.myshopify.com');
  const other = parseShopDomain('b.myshopify.com');
  if (!shop || !other) throw new Error('no shop');
  const seen: string[] = [];
  const notes = refusalNotes(({ why }) => seen.push(why));
  const one = { shop, service: 'easypost', why: 'replayed' } as const;
  notes.note(one);
  notes.note(one);
  notes.note({ ...one, shop: other });
  expect(notes.take()).toEqual([
    { ...one, times: 2 },
    { ...one, shop: other, times: 1 },
  ]);
  expect(notes.take()).toEqual([]);
  expect(seen).toEqual(['replayed', 'replayed', 'replayed']);
});
