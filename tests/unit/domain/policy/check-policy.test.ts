import { describe, expect, test } from 'vitest';
import { checkPolicy } from '#app/domain/policy/check-policy.ts';
import { isListed } from '#app/domain/policy/sku-list.ts';
import { defaultPolicy } from '#app/domain/policy.ts';
import { groundIds } from '#app/domain/scenarios/ground-ids.ts';
import { grounds } from '#app/domain/scenarios/registry.ts';

function problemsIn(input: unknown) {
  const outcome = checkPolicy(input);
  return outcome.outcome === 'valid'
    ? []
    : outcome.problems.map(({ path, code }) => `${path}: ${code}`);
}

const rule = {
  ...{ origin: null, destination: 'US', carrier: 'DHL', service: null },
  ...{ neverScannedDays: null, silentDays: 9, lostDays: 40 },
};

const { lostDays: _left, ...withoutLost } = rule;

describe('a policy', () => {
  test('is the default where the merchant said nothing', () => {
    for (const nothing of [undefined, null, {}]) {
      expect(checkPolicy(nothing)).toEqual({ outcome: 'valid', policy: defaultPolicy });
    }
  });

  test('keeps what the merchant said, and the defaults beside it', () => {
    const outcome = checkPolicy({
      holdSeconds: 600,
      lanes: { silentDaysDomestic: 9, rules: [rule], peakFrom: '12-01' },
      returns: {
        finalSaleSkus: ['A-*'],
        buyerPaysReturn: false,
        changedMindRemedy: 'store-credit',
      },
      care: { secondPersonAbove: null },
      costs: { ticket: '4.50' },
      grounds: { 'late-arrival': { graceDaysDomestic: 2 } },
    });
    expect(outcome).toMatchObject({
      outcome: 'valid',
      policy: {
        holdSeconds: 600,
        lanes: { silentDaysDomestic: 9, silentDaysCrossBorder: 20, rules: [rule] },
        returns: { finalSaleSkus: ['A-*'] },
        care: { secondPersonAbove: null },
        grounds: { 'late-arrival': { graceDaysDomestic: 2, graceDaysCrossBorder: 1 } },
      },
    });
  });

  test.each([
    ['text', ': not-a-section'],
    [[], ': not-a-section'],
    [{ warp: 9 }, 'warp: no-such-setting'],
    [{ lanes: 7 }, 'lanes: not-a-section'],
    [{ lanes: { warp: 9 } }, 'lanes.warp: no-such-setting'],
    [{ grounds: { warp: {} } }, 'grounds.warp: no-such-setting'],
    [{ grounds: { 'late-arrival': { warp: 1 } } }, 'grounds.late-arrival.warp: no-such-setting'],
    [{ holdSeconds: 7201 }, 'holdSeconds: out-of-bounds'],
    [{ holdSeconds: -1 }, 'holdSeconds: out-of-bounds'],
    [{ holdSeconds: '10' }, 'holdSeconds: not-whole'],
    [{ holdSeconds: 1.5 }, 'holdSeconds: not-whole'],
    [{ returns: { buyerPaysReturn: 'yes' } }, 'returns.buyerPaysReturn: not-a-yes-or-no'],
    [{ returns: { changedMindRemedy: 'hug' } }, 'returns.changedMindRemedy: not-a-choice'],
    [{ returns: { finalSaleSkus: 'A' } }, 'returns.finalSaleSkus: not-texts'],
    [{ returns: { finalSaleSkus: [' '] } }, 'returns.finalSaleSkus: not-texts'],
    [{ costs: { ticket: 5 } }, 'costs.ticket: not-an-amount'],
    [{ costs: { ticket: '5,00' } }, 'costs.ticket: not-an-amount'],
    [{ lanes: { peakFrom: '13-01' } }, 'lanes.peakFrom: not-a-month-day'],
    [{ lanes: { peakFrom: 1201 } }, 'lanes.peakFrom: not-a-month-day'],
    [{ lanes: { peakTo: '02-30' } }, 'lanes.peakTo: not-a-month-day'],
    [{ lanes: { peakTo: '04-31' } }, 'lanes.peakTo: not-a-month-day'],
    [{ lanes: { peakTo: '05-00' } }, 'lanes.peakTo: not-a-month-day'],
    [{ lanes: { toString: 1 } }, 'lanes.toString: no-such-setting'],
    [{ grounds: { constructor: {} } }, 'grounds.constructor: no-such-setting'],
    [JSON.parse('{"care":{"__proto__":1}}'), 'care.__proto__: no-such-setting'],
    [{ lanes: { rules: {} } }, 'lanes.rules: not-lane-rules'],
    [{ lanes: { rules: [null] } }, 'lanes.rules[0]: not-a-lane-rule'],
    [{ lanes: { rules: [rule, 'US'] } }, 'lanes.rules[1]: not-a-lane-rule'],
    [{ lanes: { rules: [rule, []] } }, 'lanes.rules[1]: not-a-lane-rule'],
    [{ lanes: { rules: [{ ...rule, origin: 'usa' }] } }, 'lanes.rules[0].origin: not-a-country'],
    [
      { lanes: { rules: [{ ...rule, destination: 1 }] } },
      'lanes.rules[0].destination: not-a-country',
    ],
    [
      { lanes: { rules: [{ ...rule, silentDays: -1 }] } },
      'lanes.rules[0].silentDays: out-of-bounds',
    ],
    [{ lanes: { rules: [{ ...rule, silentDays: 0.5 }] } }, 'lanes.rules[0].silentDays: not-whole'],
    [{ lanes: { rules: [{ ...rule, lostDays: 999 }] } }, 'lanes.rules[0].lostDays: out-of-bounds'],
    [{ lanes: { rules: [{ ...rule, carrier: 7 }] } }, 'lanes.rules[0].carrier: not-a-short-text'],
    [{ lanes: { rules: [{ ...rule, service: ' ' }] } }, 'lanes.rules[0].service: not-a-short-text'],
    [{ lanes: { rules: [{ ...rule, warp: 7 }] } }, 'lanes.rules[0].warp: no-such-setting'],
    [{ lanes: { rules: [withoutLost] } }, 'lanes.rules[0].lostDays: missing'],
    [
      { lanes: { rules: [rule, { ...rule, lostDays: 8 }] } },
      'lanes.rules[1].lostDays: lost-before-silent',
    ],
    // Silent for longer than the general limit says a parcel of any lane is lost.
    [
      { lanes: { rules: [{ ...rule, silentDays: 61, lostDays: null }] } },
      'lanes.rules[0].lostDays: lost-before-silent',
    ],
    [
      { lanes: { rules: [{ ...rule, origin: 'US', silentDays: 31, lostDays: null }] } },
      'lanes.rules[0].lostDays: lost-before-silent',
    ],
    [
      { lanes: { rules: [{ ...rule, origin: 'CN', silentDays: null, lostDays: 19 }] } },
      'lanes.rules[0].lostDays: lost-before-silent',
    ],
    [{ lanes: { lostDaysDomestic: 6 } }, 'lanes.lostDaysDomestic: lost-before-silent'],
    [{ lanes: { lostDaysCrossBorder: 9 } }, 'lanes.lostDaysCrossBorder: lost-before-silent'],
  ])('%j is refused with its setting and the reason', (input, problem) => {
    expect(problemsIn(input)).toEqual([problem]);
  });

  test('names everything that is wrong at once, and the bounds', () => {
    expect(
      checkPolicy({
        holdSeconds: 9999,
        lanes: { rules: [{ ...rule, origin: 'usa', silentDays: 400 }] },
      }),
    ).toEqual({
      outcome: 'invalid',
      problems: [
        { path: 'holdSeconds', code: 'out-of-bounds', params: { least: 0, most: 7200 } },
        { path: 'lanes.rules[0].origin', code: 'not-a-country', params: {} },
        {
          path: 'lanes.rules[0].silentDays',
          code: 'out-of-bounds',
          params: { least: 0, most: 365 },
        },
      ],
    });
  });

  test.each([
    // Fewer days than across a border, and enough at home: a rule without an origin may be for either.
    { ...rule, silentDays: null, lostDays: 15 },
    { ...rule, origin: 'US', silentDays: null, lostDays: 7 },
    { ...rule, origin: 'CN', silentDays: 60, lostDays: null },
  ])('lets a rule stand that can be kept: %j', (kept) => {
    expect(problemsIn({ lanes: { rules: [kept], peakTo: '02-29' } })).toEqual([]);
  });

  test('has settings for every ground there is', () => {
    expect(grounds.map(({ id }) => id).sort()).toEqual([...groundIds].sort());
  });
});

test('a list of SKUs knows endings, and no case', () => {
  expect(isListed('mug-1', ['CUP-1', 'MUG-1'])).toBe(true);
  expect(isListed('MUG-1', ['mug-*'])).toBe(true);
  expect(isListed('MUG-1', ['MUG'])).toBe(false);
  expect(isListed(null, ['*'])).toBe(false);
});
