import { expect, test } from 'vitest';
import { moneyStatusOf } from '#app/domain/refund-attempt.ts';
import { refundPlanFor } from '#app/domain/remedy/refund-plan.ts';
import { order } from '#tests/support/order-facts.ts';
import { claimOn } from '#tests/support/suggestion.ts';

test.each([
  [[], null],
  [['SUCCESS', 'SUCCESS'], 'success'],
  [['SUCCESS', 'PENDING'], 'pending'],
  [['PENDING', 'FAILURE'], 'failure'],
  [['ERROR'], 'failure'],
])('transactions that are %j say of their money: %s', (statuses, status) => {
  expect(moneyStatusOf(statuses)).toBe(status);
});

test('what will be sent is what is at stake', () => {
  const { stake } = claimOn(order());
  expect(refundPlanFor(stake)).toEqual({
    lines: stake.lines,
    shipping: stake.shipping,
    everything: false,
  });
});
