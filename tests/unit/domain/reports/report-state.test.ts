import { describe, expect, test } from 'vitest';
import { reportStanding, type ReportState } from '#app/domain/reports/report-state.ts';
import { suggestionStates, type SuggestionState } from '#app/domain/suggestion.ts';
import type { RefundFacts } from '#app/domain/order-facts.ts';
import { daysAgo, usd } from '#tests/support/order-facts.ts';

const report = { at: daysAgo(5), withdrawnAt: null };
const nothing = { refunds: [] };

function refund(status: string, days: number | null = 2): RefundFacts {
  return {
    refundId: 'gid://shopify/Refund/1',
    createdAt: days === null ? null : daysAgo(days),
    note: null,
    amount: usd('20.00'),
    transactions: [
      {
        transactionId: 'gid://shopify/OrderTransaction/1',
        ...{ status, amount: usd('20.00'), errorCode: null },
      },
    ],
  };
}

const suggestion = (state: SuggestionState, days = 1) => ({ state, updatedAt: daysAgo(days) });

test('a report of which nothing came yet is received, and can be taken back', () => {
  expect(reportStanding(report, nothing, null)).toEqual({ state: 'received', canWithdraw: true });
});

test('one that was taken back is just that, whatever comes', () => {
  const back = { ...report, withdrawnAt: daysAgo(1) };
  expect(reportStanding(back, { refunds: [refund('SUCCESS')] }, suggestion('refunding'))).toEqual({
    state: 'withdrawn',
    canWithdraw: false,
  });
});

describe('what a suggestion means to the buyer', () => {
  const said: Readonly<Record<SuggestionState, readonly [ReportState, canWithdraw: boolean]>> = {
    open: ['looking', true],
    snoozed: ['looking', true],
    rejected: ['looking', true],
    approved: ['looking', false],
    refunding: ['refund-coming', false],
    unknown: ['refund-coming', false],
    refunded: ['refunded', false],
    dismissed: ['closed', false],
    withdrawn: ['closed', false],
  };

  test.each(suggestionStates)('%s', (state) => {
    const [told, canWithdraw] = said[state];
    expect(reportStanding(report, nothing, suggestion(state))).toEqual({
      state: told,
      canWithdraw,
    });
  });

  test.each(['refunded', 'dismissed', 'withdrawn'] as const)(
    'one that was %s before the report is about something else',
    (state) => {
      expect(reportStanding(report, nothing, suggestion(state, 6)).state).toBe('received');
    },
  );
});

describe('what a refund means to the buyer', () => {
  test.each([
    ['SUCCESS', 'refunded'],
    ['PENDING', 'refund-coming'],
    ['FAILURE', 'looking'],
  ] as const)('%s', (status, state) => {
    const order = { refunds: [refund(status)] };
    expect(reportStanding(report, order, suggestion('open')).state).toBe(state);
  });

  test('money that is still on its way counts before money that came', () => {
    const order = { refunds: [refund('SUCCESS'), refund('PENDING')] };
    expect(reportStanding(report, order, null).state).toBe('refund-coming');
  });

  test.each([6, null])(
    'one from before the report, or of no known time, says nothing (%s)',
    (days) => {
      const order = { refunds: [refund('SUCCESS', days)] };
      expect(reportStanding(report, order, null).state).toBe('received');
    },
  );
});
