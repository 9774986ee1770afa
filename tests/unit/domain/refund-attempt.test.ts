import { expect, test } from 'vitest';
import { moneyStatusOf } from '#app/domain/refund-attempt.ts';
import { lessKept } from '#app/domain/remedy/refund-plan.ts';
import { usd } from '#tests/support/order-facts.ts';

test.each([
  [[], null],
  [['SUCCESS', 'SUCCESS'], 'success'],
  [['SUCCESS', 'PENDING'], 'pending'],
  [['PENDING', 'FAILURE'], 'failure'],
  [['ERROR'], 'failure'],
])('transactions that are %j say of their money: %s', (statuses, status) => {
  expect(moneyStatusOf(statuses)).toBe(status);
});

test('a fee is kept of the last payments first, and never more than there is', () => {
  const paid = (...amounts: readonly string[]) =>
    amounts.map((amount) => ({ amount: usd(amount) }));
  expect(lessKept(paid('30.00', '10.00'), usd('4.00'))).toEqual(paid('30.00', '6.00'));
  expect(lessKept(paid('30.00', '10.00'), usd('14.00'))).toEqual(paid('26.00'));
  expect(lessKept(paid('30.00'), usd('40.00'))).toEqual([]);
});
