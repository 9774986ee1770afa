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
    [{ lanes: { rules: {} } }, 'lanes.rules: not-lane-rules'],
    [{ lanes: { rules: [null] } }, 'lanes.rules: not-lane-rules'],
    [{ lanes: { rules: [{ ...rule, origin: 'usa' }] } }, 'lanes.rules: not-lane-rules'],
    [{ lanes: { rules: [{ ...rule, silentDays: -1 }] } }, 'lanes.rules: not-lane-rules'],
    [{ lanes: { rules: [{ ...rule, silentDays: 0.5 }] } }, 'lanes.rules: not-lane-rules'],
    [{ lanes: { rules: [{ ...rule, silentDays: 999 }] } }, 'lanes.rules: not-lane-rules'],
    [{ lanes: { rules: [{ ...rule, carrier: 7 }] } }, 'lanes.rules: not-lane-rules'],
    [{ lanes: { rules: [{ ...rule, warp: 7 }] } }, 'lanes.rules: not-lane-rules'],
    [{ lanes: { lostDaysDomestic: 6 } }, 'lanes.lostDaysDomestic: lost-before-silent'],
    [{ lanes: { lostDaysCrossBorder: 9 } }, 'lanes.lostDaysCrossBorder: lost-before-silent'],
  ])('%j is refused with its setting and the reason', (input, problem) => {
    expect(problemsIn(input)).toEqual([problem]);
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
