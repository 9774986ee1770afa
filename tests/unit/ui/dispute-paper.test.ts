import { describe, expect, test } from 'vitest';
import { noSignals } from '#app/domain/case-facts.ts';
import type { OrderFacts } from '#app/domain/order-facts.ts';
import { defaultPolicy } from '#app/domain/policy.ts';
import type { ReturnPolicy } from '#app/domain/policy/sections.ts';
import { timelineOf } from '#app/domain/timeline/timeline.ts';
import { disputePaper } from '#app/ui/dispute-paper.ts';
import type { Paper } from '#app/ui/paper.ts';
import { daysAgo, now, order, parcel, scan, shipped, usd } from '#tests/support/order-facts.ts';
import { claimOn, suggestion } from '#tests/support/suggestion.ts';
import { wordsIn } from '#tests/support/words.ts';

const words = wordsIn('en');
const { t } = words;
const delivered = order({
  createdAt: daysAgo(45),
  ...shipped([
    parcel({
      createdAt: daysAgo(41),
      scans: [
        scan({ happenedAt: daysAgo(30), country: 'CN', message: 'Handed over by J. Doe' }),
        scan({ status: 'DELIVERED', happenedAt: daysAgo(5), country: 'US' }),
      ],
    }),
  ]),
});

function paperOf(facts: OrderFacts | null, returns: Partial<ReturnPolicy> = {}): Paper {
  const about = suggestion();
  const { id, shop, orderId } = about;
  const returnPolicy = { ...defaultPolicy.returns, ...returns };
  const opened = { shop, orderId, suggestionId: id, at: daysAgo(1), actor: 'system' } as const;
  const timeline = timelineOf(
    {
      ...{ claim: claimOn(order()), facts, signals: noSignals, attempts: [], returnPolicy },
      events: [{ ...opened, kind: 'suggestion-opened', params: {} }],
    },
    now,
  );
  const sources = { suggestion: about, facts, factsReadAt: now, returnPolicy, timeline };
  return disputePaper(sources, words, now);
}

function partOf(paper: Paper, key: string) {
  const part = paper.parts.find(({ heading }) => heading === t(`dispute-paper.${key}`));
  if (!part) throw new Error(`no part ${key}`);
  return part;
}

function rowsOf(paper: Paper, key: string): Readonly<Record<string, string>> {
  const { rows } = partOf(paper, key);
  return Object.fromEntries(rows.map(({ name, lines }) => [name, lines.join('\n')]));
}

test('names shop and order, and whose pages they are', () => {
  const paper = paperOf(delivered);
  expect(paper.title).toBe('Evidence for order #1001');
  expect(paper.rows.map(({ lines }) => lines[0])).toContain('lantern-test.myshopify.com');
  expect(paper.footer).toContain('#1001');
  expect(paper.pageOf(2, 3)).toBe('Page 2 of 3');
});

describe('what happened', () => {
  test('is told oldest first, up to now', () => {
    const { rows } = partOf(paperOf(delivered), 'course');
    expect(rows.map(({ lines }) => lines[0])).toEqual([
      'Ordered for $45.00',
      'Parcel #1001.1 made: 4PX 4PX3001',
      'In transit · China',
      'Paid $45.00',
      'Delivered · Last mile · United States',
    ]);
  });

  test('has neither the carriers’ texts nor what was thought and decided', () => {
    const text = JSON.stringify(paperOf(delivered));
    expect(text).not.toContain('J. Doe');
    expect(text).not.toContain(t('audit.suggestion-opened'));
    expect(text).not.toContain(t('clocks.legal-refund'));
  });

  test('says of a refund what went back, and not through which app', () => {
    const refund = {
      ...{ refundId: 'gid://shopify/Refund/1' as const, createdAt: daysAgo(2), note: null },
      ...{ amount: usd('5'), transactions: [] },
    };
    const paper = paperOf({ ...delivered, refunds: [refund] });
    expect(partOf(paper, 'course').rows.at(-1)?.lines).toEqual(['$5.00 refunded']);
    expect(Object.values(rowsOf(paper, 'refunds'))).toEqual(['$5.00']);
  });
});

test('the dispute is told, and what Shopify does not tell is said to be untold', () => {
  const dispute = { disputeId: '1', initiatedAs: 'CHARGEBACK', status: 'NEEDS_RESPONSE' };
  const facts = order({ disputes: [{ ...dispute, reason: null, openedAt: null }] });
  expect(rowsOf(paperOf(facts), 'dispute')).toEqual({
    ...{ Kind: 'Chargeback', Status: 'Needs an answer' },
    'The bank’s reason': t('dispute-paper.not-told'),
    Opened: t('dispute-paper.not-told'),
    'Evidence due': t('dispute-paper.not-told'),
  });
  expect(partOf(paperOf(order()), 'dispute').notes).toEqual([t('dispute-paper.dispute-none')]);
});

test('delivery says carrier, number and when it came; or that nothing was sent', () => {
  expect(rowsOf(paperOf(delivered), 'delivery')).toMatchObject({
    'Parcel #1001.1': '4PX 4PX3001',
    Delivered: 'Nov 20, 2026, 07:00',
  });
  const silent = order(shipped());
  expect(rowsOf(paperOf(silent), 'delivery')).toMatchObject({ Delivered: 'not recorded' });
  expect(partOf(paperOf(order()), 'delivery').notes).toEqual([t('dispute-paper.delivery-none')]);
});

test('each of several parcels has its own delivery', () => {
  const first = parcel({ scans: [scan({ status: 'DELIVERED', happenedAt: daysAgo(5) })] });
  const second = parcel({ fulfillmentId: 'gid://shopify/Fulfillment/2', name: '#1001.2' });
  const { rows } = partOf(paperOf(order(shipped([first, second]))), 'delivery');
  const came = rows.filter(({ name }) => name === t('order.delivered'));
  expect(came.map(({ lines }) => lines[0])).toEqual(['Nov 20, 2026, 07:00', 'not recorded']);
});

test('the return policy is what the merchant set', () => {
  const returns = { windowDays: 14, buyerPaysReturn: false, finalSaleSkus: ['A-1', 'B*'] };
  expect(rowsOf(paperOf(delivered, returns), 'policy')).toMatchObject({
    'Return window (days)': '14',
    'The buyer pays the way back': 'no',
    'Final-sale products': 'A-1, B*',
    'Sealed hygiene products': 'none',
    'Remedy for a changed mind': 'Money back',
  });
});

test('what could not be read, and an order that is gone, are admitted', () => {
  const unread = rowsOf(paperOf({ ...delivered, unread: ['disputes'] }), 'basis');
  expect(unread[t('dispute-paper.unread')]).toBe(t('unread.disputes'));
  const gone = paperOf(null);
  expect(partOf(gone, 'basis').notes).toContain(t('dispute-paper.gone'));
  expect(gone.parts.map(({ heading }) => heading)).not.toContain(t('dispute-paper.bought'));
});
