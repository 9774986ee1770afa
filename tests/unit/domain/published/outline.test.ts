import { expect, test } from 'vitest';
import { defaultPolicy } from '#app/domain/policy.ts';
import type { ReturnPolicy } from '#app/domain/policy/sections.ts';
import { clauseCodes, headings } from '#app/domain/published/clause.ts';
import { marketsOf } from '#app/domain/published/markets.ts';
import { outlineOf } from '#app/domain/published/outline.ts';

function outline(returns: Partial<ReturnPolicy>, ...countries: readonly string[]) {
  return outlineOf({ ...defaultPolicy.returns, ...returns }, marketsOf(countries));
}

/** The codes under a heading, with their figures. */
function said(heading: string, ...args: Parameters<typeof outline>): readonly string[] {
  return outline(...args)
    .filter((section) => section.heading === heading)
    .flatMap(({ clauses }) =>
      clauses.map(({ code, params }) => [code, ...Object.values(params)].join(' ')),
    );
}

/** The codes for buyers who live there. */
function saidIn(country: string, returns: Partial<ReturnPolicy> = {}): readonly string[] {
  return (outline(returns, country).at(-1)?.regions ?? []).flatMap(({ clauses }) =>
    clauses.map(({ code, params }) => [code, ...Object.values(params)].join(' ')),
  );
}

test('countries are put together by their law, those of unknown law last', () => {
  expect(marketsOf(['FR', null, 'JP', 'US', 'DE', 'FR', 'NO', 'GB', 'CA', ''])).toEqual([
    { regime: 'eu', countries: ['DE', 'FR', 'NO'] },
    { regime: 'uk', countries: ['GB'] },
    { regime: 'us', countries: ['US'] },
    { regime: null, countries: ['CA', 'JP'] },
  ]);
});

test('the usual settings say how long, at whose cost, how and when the money comes back, and how to ask', () => {
  expect(outline({}).map(({ heading }) => heading)).toEqual([
    ...['window', 'faulty', 'costs', 'refund', 'exchange', 'how', 'law'],
  ]);
  expect(said('window', {})).toEqual(['window 30']);
  expect(said('faulty', {})).toEqual(['faulty-always', 'faulty-free']);
  expect(said('costs', {})).toEqual(['return-by-buyer', 'fee-none', 'delivery-kept']);
  expect(said('refund', {})).toEqual(['refund-original', 'refund-within 2']);
  expect(said('exchange', {})).toEqual(['exchange-none']);
  expect(said('law', {})).toEqual(['law-remains']);
});

test('every setting is heard in what is said', () => {
  expect(said('window', { condition: 'unused' })).toEqual(['window 30', 'condition-unused']);
  expect(said('exceptions', { finalSaleSkus: ['A'], hygieneSkus: ['B'] })).toEqual([
    'except-final-sale',
    'except-hygiene',
  ]);
  expect(said('costs', { buyerPaysReturn: false, restockingFeePercent: 10 })).toEqual([
    ...['return-by-seller', 'fee 10', 'delivery-kept'],
  ]);
  const credit = { changedMindRemedy: 'store-credit', storeCreditBonusPercent: 5 } as const;
  expect(said('refund', { ...credit, refundAtFirstScan: true, refundWithinDays: 0 })).toEqual([
    ...['refund-credit', 'refund-credit-bonus 5', 'refund-at-first-scan', 'refund-at-once'],
  ]);
  expect(said('exchange', { exchanges: true })).toEqual(['exchange-offered']);
});

test('without a window nothing is said of a changed mind, but who pays the way back of a withdrawal', () => {
  const none = {
    windowDays: 0,
    changedMindRemedy: 'store-credit',
    restockingFeePercent: 5,
  } as const;
  expect(said('window', none)).toEqual(['window-none']);
  expect(said('costs', none, 'US')).toEqual([]);
  expect(said('costs', none, 'DE')).toEqual(['return-by-buyer']);
  expect(said('refund', none)).toEqual(['refund-original', 'refund-within 2']);
});

test('a bonus is no promise where money is paid back', () => {
  expect(said('refund', { storeCreditBonusPercent: 5 })).toEqual([
    'refund-original',
    'refund-within 2',
  ]);
});

test('buyers are told what the law gives them where they live', () => {
  expect(saidIn('DE')).toEqual([
    ...[
      'law-withdrawal 14',
      'law-delivery-refunded',
      'law-refund-notice 14',
      'law-faulty-collected',
    ],
  ]);
  expect(saidIn('GB')).toEqual([
    ...['law-withdrawal 14', 'law-delivery-refunded', 'law-faulty-collected'],
  ]);
  expect(saidIn('US')).toEqual([]);
  expect(saidIn('CN')).toEqual(['law-withdrawal 7', 'law-faulty-collected']);
  expect(saidIn('AU')).toEqual(['law-faulty-collected']);
  expect(saidIn('KR')).toEqual([...['law-withdrawal 7', 'law-delivery-refunded']]);
  expect(saidIn('BR')).toEqual([
    ...['law-withdrawal 7', 'law-delivery-refunded', 'law-return-by-seller'],
  ]);
  expect(saidIn('JP')).toEqual([]);
});

test('the law about when the money is back is named where it is faster than the merchant', () => {
  const slow = { refundWithinDays: 20 };
  expect(saidIn('US', slow)).toEqual(['law-refund-working-days 7']);
  expect(saidIn('KR', slow)).toContain('law-refund-working-days 3');
  expect(saidIn('GB', slow)).toContain('law-refund-goods 14');
  expect(saidIn('CN', slow)).toContain('law-refund-goods 7');
  expect(saidIn('GB', { refundWithinDays: 14 })).not.toContain('law-refund-goods 14');
});

test('what the law sets aside is said for those whom it protects, and for nobody else', () => {
  const strict = {
    restockingFeePercent: 15,
    finalSaleSkus: ['SALE-*'],
    changedMindRemedy: 'store-credit',
  } as const;
  const aside = ['law-no-fee', 'law-final-sale-too', 'law-money'];
  for (const country of ['DE', 'GB', 'CN', 'KR', 'BR']) {
    expect(saidIn(country, strict)).toEqual(expect.arrayContaining(aside));
  }
  for (const country of ['US', 'AU']) {
    expect(saidIn(country, strict).filter((code) => aside.includes(code))).toEqual([]);
  }
});

test('no code and no heading is there for nothing', () => {
  const all = [
    ...outline(
      {
        condition: 'unused',
        finalSaleSkus: ['A'],
        hygieneSkus: ['B'],
        restockingFeePercent: 10,
        changedMindRemedy: 'store-credit',
        storeCreditBonusPercent: 5,
        refundAtFirstScan: true,
        refundWithinDays: 20,
        exchanges: true,
      },
      ...['DE', 'GB', 'US', 'CN', 'AU', 'KR', 'BR'],
    ),
    ...outline({ refundWithinDays: 0, windowDays: 0 }),
    ...outline({ buyerPaysReturn: false }),
  ];
  const codes = all.flatMap(({ clauses, regions }) =>
    [...clauses, ...regions.flatMap((region) => region.clauses)].map(({ code }) => code),
  );
  expect([...new Set(codes)].sort()).toEqual([...clauseCodes].sort());
  expect([...new Set(all.map(({ heading }) => heading))].sort()).toEqual([...headings].sort());
});
