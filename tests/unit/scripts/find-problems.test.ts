import { describe, expect, test } from 'vitest';
import { findProblems } from '../../../scripts/replay/find-problems.ts';
import type { ReplayReport } from '../../../scripts/replay/report.ts';

const report: ReplayReport = {
  files: 1,
  loaded: 1,
  rejected: [],
  deliveries: { sent: 2, acknowledged: 2, duplicates: 1 },
  orders: { looked: 1, assessed: 1 },
  suggestions: { total: 0, byGround: {} },
  deadLetters: [],
  ackMs: { p50: 1, p99: 1 },
};
const answered = { webhookId: 'a', status: 200, milliseconds: 1 };
const fine = {
  planned: [{ topic: 'orders/create' }, { topic: 'orders/create' }],
  deliveries: [answered, answered],
  undrained: [],
  notAssessed: [],
  report,
};

describe('the problems of a replay', () => {
  test('are none when every delivery was answered, stored once and drained', () => {
    expect(findProblems(fine)).toEqual([]);
  });

  test.each([500, 401, 302, null])('name a delivery that was answered %s', (status) => {
    const deliveries = [answered, { ...answered, status }];
    expect(findProblems({ ...fine, deliveries })).toEqual([
      `not acknowledged (${status ?? 'no answer'}): orders/create`,
    ]);
  });

  test('name an acknowledged delivery that is not in the inbox, or is there twice', () => {
    for (const duplicates of [0, 2]) {
      const wrong = { ...report, deliveries: { ...report.deliveries, duplicates } };
      expect(findProblems({ ...fine, report: wrong })).toHaveLength(1);
    }
  });

  test('name what was not drained, dead letters, and orders that were not assessed', () => {
    const orderId = 'gid://shopify/Order/1';
    const error = 'it failed';
    const dead = { ...report, deadLetters: [{ topic: 'orders/updated', error }] };
    const undrained = [{ shop: 's.myshopify.com', topic: 'orders/create', orderId, error }];
    expect(findProblems({ ...fine, undrained, report: dead, notAssessed: ['a.json'] })).toEqual([
      `not drained: orders/create of ${orderId} (it failed)`,
      'dead letter: orders/updated (it failed)',
      'not assessed: the order of a.json',
    ]);
  });
});
