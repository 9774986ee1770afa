import { expect, test } from 'vitest';
import { flowPayload } from '#app/domain/flow.ts';
import { instant } from '#tests/support/order-facts.ts';
import { suggestion } from '#tests/support/suggestion.ts';

const at = instant('2026-12-01T00:00:00Z');
const told = {
  ...suggestion(),
  orderId: 'gid://shopify/Order/1001',
  actBy: { kind: 'legal-refund', at, rule: 'us-mitor-ship-30d' },
} as const;

test('a suggestion is told with why, how much, how sure and by when', () => {
  const { claim, amount, id } = told;
  expect(flowPayload('refund-suggested', told, 'gid://shopify/Customer/7')).toEqual({
    order_id: 1001,
    customer_id: 7,
    'Suggestion ID': id,
    Ground: claim.ground,
    Scenario: claim.scenario,
    Amount: Number(amount.amount),
    Currency: amount.currencyCode,
    Probability: claim.probability.value,
    Responsible: claim.responsibility.party,
    'Act by': at,
  });
});

test('a guest has no customer, and where no clock runs there is no day', () => {
  const payload = flowPayload('refund-suggested', { ...told, actBy: null }, null);
  expect(payload).not.toHaveProperty('customer_id');
  expect(payload['Act by']).toBe('');
});

test.each([
  ['system', true],
  ['staff:1', false],
])('a refund that %s decided on was automatic: %s', (decidedBy, automatic) => {
  expect(flowPayload('refund-settled', { ...told, decidedBy }, null)['Automatic']).toBe(automatic);
});
