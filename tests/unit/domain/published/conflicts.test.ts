import { expect, test } from 'vitest';
import { fewestDays, refundTermOf } from '#app/domain/law/refund-terms.ts';
import { rules } from '#app/domain/law/rules.ts';
import { defaultPolicy } from '#app/domain/policy.ts';
import type { ReturnPolicy } from '#app/domain/policy/sections.ts';
import {
  conflictKey,
  conflictsWith,
  conflictWeights,
  isContrary,
  type LawConflict,
} from '#app/domain/published/conflicts.ts';
import { marketsOf } from '#app/domain/published/markets.ts';

const everywhere = ['DE', 'GB', 'US', 'CN', 'AU', 'KR', 'BR', 'JP'];

function conflicts(returns: Partial<ReturnPolicy>, countries: readonly string[] = everywhere) {
  return conflictsWith({ ...defaultPolicy.returns, ...returns }, marketsOf(countries));
}

function contrary(returns: Partial<ReturnPolicy>, countries?: readonly string[]) {
  return conflicts(returns, countries).filter(isContrary).map(conflictKey);
}

function regimesOf(code: LawConflict['code'], returns: Partial<ReturnPolicy>) {
  return conflicts(returns)
    .filter((conflict) => conflict.code === code)
    .map(({ market }) => market.regime);
}

test('a window that is shorter than the right to withdraw promises less than the law', () => {
  expect(contrary({ windowDays: 10, buyerPaysReturn: false })).toEqual([
    'window-too-short.eu.10.14',
    'window-too-short.uk.10.14',
  ]);
  expect(contrary({ windowDays: 6, buyerPaysReturn: false })).toEqual([
    ...['window-too-short.eu.6.14', 'window-too-short.uk.6.14'],
    ...['window-too-short.cn.6.7', 'window-too-short.kr.6.7', 'window-too-short.br.6.7'],
  ]);
  expect(contrary({ windowDays: 14, buyerPaysReturn: false })).toEqual([]);
  expect(contrary({ windowDays: 0 }, ['US', 'AU', 'JP'])).toEqual([]);
});

test('money that goes back later than the law wants it is too late', () => {
  const late = (refundWithinDays: number) => contrary({ refundWithinDays, buyerPaysReturn: false });
  expect(late(3)).toEqual([]);
  expect(late(4)).toEqual(['refund-too-late.kr.4.3']);
  expect(late(8)).toEqual(['refund-too-late.cn.8.7', 'refund-too-late.kr.8.3']);
  expect(late(15)).toEqual([
    ...['refund-too-late.eu.15.14', 'refund-too-late.uk.15.14', 'refund-too-late.us.15.9'],
    ...['refund-too-late.cn.15.7', 'refund-too-late.kr.15.3'],
  ]);
});

test('seven working days are over after nine days at the earliest, three after three', () => {
  const us = refundTermOf('us');
  const kr = refundTermOf('kr');
  expect([us && fewestDays(us), kr && fewestDays(kr)]).toEqual([9, 3]);
});

test('the way back of a withdrawal and opened hygiene products are not the same everywhere', () => {
  expect(regimesOf('return-not-free', {})).toEqual(['br']);
  expect(regimesOf('return-not-free', { buyerPaysReturn: false })).toEqual([]);
  expect(regimesOf('hygiene-not-excepted', { hygieneSkus: ['A'] })).toEqual(['kr', 'br']);
});

test('fees, final sale and store credit have their place where the law sets them aside; the text says so', () => {
  const withdrawals = ['eu', 'uk', 'cn', 'kr', 'br'];
  expect(regimesOf('fee-not-owed', { restockingFeePercent: 10 })).toEqual(withdrawals);
  expect(regimesOf('final-sale-set-aside', { finalSaleSkus: ['A'] })).toEqual(withdrawals);
  expect(regimesOf('credit-not-enough', { changedMindRemedy: 'store-credit' })).toEqual(
    withdrawals,
  );
  expect(regimesOf('delivery-owed', {})).toEqual(['eu', 'uk', 'kr', 'br']);
  for (const code of ['fee-not-owed', 'final-sale-set-aside', 'credit-not-enough'] as const) {
    expect(regimesOf(code, {})).toEqual([]);
    expect(conflictWeights[code]).toBe('covered');
  }
});

test('where the law is not known that is said, and nothing is forbidden', () => {
  const found = conflicts({ windowDays: 0, restockingFeePercent: 50 }, ['JP', 'CA']);
  expect(found.map(({ code, market }) => [code, market.countries])).toEqual([
    ['law-not-known', ['CA', 'JP']],
  ]);
});

test('each rests on a rule with a place to read it, and the contrary ones come first', () => {
  const found = conflicts({
    windowDays: 5,
    refundWithinDays: 30,
    restockingFeePercent: 10,
    finalSaleSkus: ['A'],
    hygieneSkus: ['B'],
    changedMindRemedy: 'store-credit',
  });
  expect(new Set(found.map(({ code }) => code))).toEqual(new Set(Object.keys(conflictWeights)));
  for (const { rule, code } of found) {
    if (code !== 'law-not-known') expect(rules[rule].url).not.toBe('');
  }
  const order = { contrary: 0, covered: 1, note: 2 };
  const weights = found.map(({ weight }) => order[weight]);
  expect(weights).toEqual([...weights].sort((a, b) => a - b));
  expect(new Set(found.map(conflictKey)).size).toBe(found.length);
});
