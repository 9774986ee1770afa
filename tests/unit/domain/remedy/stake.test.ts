import { expect, test } from 'vitest';
import { stakeOfLines } from '#app/domain/remedy/stake.ts';
import { line, lineId, order, usd } from '#tests/support/order-facts.ts';

const other = 'gid://shopify/LineItem/2' as const;
const whole = { shipping: true };

test('shipping is shared by what the goods cost', () => {
  const two = order({ lines: [line(), line({ lineItemId: other, unitPrice: usd('60.00') })] });
  const share = (lineItemId: typeof lineId) =>
    stakeOfLines(two, [{ lineItemId, quantity: 2 }], whole).shipping;
  expect(share(lineId)).toEqual(usd('1.25'));
  expect(share(other)).toEqual(usd('3.75'));
});

test('goods for nothing take no share of the shipping', () => {
  const gift = order({ lines: [line(), line({ lineItemId: other, unitPrice: usd('0') })] });
  const { shipping } = stakeOfLines(gift, [{ lineItemId: other, quantity: 1 }], whole);
  expect(shipping).toBeNull();
});

test('lines that the order does not hold are worth nothing', () => {
  const nothing = stakeOfLines(order(), [{ lineItemId: other, quantity: 1 }], whole);
  expect(nothing).toMatchObject({ lines: [], shipping: null, estimate: usd('0') });
});

test('taxes and duties go with their part of a line', () => {
  const taxed = order({ lines: [line({ tax: usd('4.00'), duties: usd('6.00') })] });
  const { estimate, duties } = stakeOfLines(taxed, [{ lineItemId: lineId, quantity: 1 }], {
    shipping: false,
  });
  expect(duties).toEqual(usd('3.00'));
  expect(estimate).toEqual(usd('25.00'));
});
