import { expect, test } from 'vitest';
import { optionKinds } from '#app/domain/claim.ts';
import { paysNow } from '#app/domain/remedy/pays-now.ts';

test('only what the refund button carries out pays at once', () => {
  expect(optionKinds.filter(paysNow)).toEqual([
    'refund-shipping',
    'refund',
    'refund-keep-item',
    'cancel-and-refund',
  ]);
});
