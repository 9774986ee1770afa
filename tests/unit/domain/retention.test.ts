import { describe, expect, test } from 'vitest';
import { parseMoney } from '#app/domain/money.ts';
import { isOver } from '#app/domain/retention.ts';
import { order } from '#tests/support/order-facts.ts';

const dispute = (status: string) => ({
  disputes: [{ disputeId: '1', initiatedAs: 'CHARGEBACK', status, reason: null, openedAt: null }],
});
const sentBack = (status: string) => ({
  returns: [
    {
      returnId: 'gid://shopify/Return/1' as const,
      status,
      requestedAt: order().createdAt,
      receivedAt: null,
      lines: [],
      scans: [],
      refundIds: [],
    },
  ],
});

describe('an order', () => {
  test.each(['WON', 'lost', 'ACCEPTED', 'CHARGE_REFUNDED', 'PREVENTED'])(
    'whose dispute is %s is over',
    (status) => {
      expect(isOver(order(dispute(status)))).toBe(true);
    },
  );

  test.each(['NEEDS_RESPONSE', 'UNDER_REVIEW', 'NEW_AT_SHOPIFY'])(
    'whose dispute is %s is not',
    (status) => {
      expect(isOver(order(dispute(status)))).toBe(false);
    },
  );

  test.each(['CLOSED', 'CANCELED', 'DECLINED'])('whose return is %s is over', (status) => {
    expect(isOver(order(sentBack(status)))).toBe(true);
  });

  test.each(['REQUESTED', 'OPEN', 'NEW_AT_SHOPIFY'])('whose return is %s is not', (status) => {
    expect(isOver(order(sentBack(status)))).toBe(false);
  });

  test('is not over while money is on its way back', () => {
    const { payment } = order();
    expect(isOver(order())).toBe(true);
    const refundPending = parseMoney('1.00', 'USD');
    expect(isOver(order({ payment: { ...payment, refundPending } }))).toBe(false);
  });
});
