import { describe, expect, test } from 'vitest';
import {
  generalFields,
  groundFields,
  isJudgedBy,
  sectionFields,
  settingsByPath,
} from '#app/domain/policy/all-settings.ts';
import { changeSettings } from '#app/domain/policy/change-settings.ts';
import { checkPolicy } from '#app/domain/policy/check-policy.ts';
import { policyPartOf } from '#app/domain/policy/policy-parts.ts';
import { settingText } from '#app/domain/policy/setting-text.ts';
import { defaultPolicy, policySections, type Policy } from '#app/domain/policy.ts';

const rule = {
  ...{ origin: 'CN', destination: 'US', carrier: null, service: null },
  ...{ neverScannedDays: 5, silentDays: null, lostDays: 40 },
};

describe('settings by their paths', () => {
  const shown = (policy: Policy) => [
    ...generalFields(policy),
    ...(['lanes', 'returns', 'costs', 'care', 'money', 'reading'] as const).flatMap((section) =>
      sectionFields(policy, section),
    ),
    ...(['automation', 'automatic', 'retention', 'messages'] as const).flatMap((section) =>
      sectionFields(policy, section),
    ),
    ...groundFields(policy).flatMap(({ grounds }) => grounds.flatMap(({ fields }) => fields)),
  ];

  test('are all shown, each once', () => {
    expect(
      shown(defaultPolicy)
        .map(({ path }) => path)
        .sort(),
    ).toEqual([...settingsByPath.keys()].sort());
    expect(Object.keys(policySections)).toHaveLength(10);
  });

  test('are shown with what they are set to', () => {
    const checked = checkPolicy({ holdSeconds: 5, grounds: { safety: { recallFromBuyers: 9 } } });
    if (checked.outcome === 'invalid') throw new Error('a policy that is none');
    const valueAt = (path: string) =>
      shown(checked.policy).find((field) => field.path === path)?.value;
    expect(valueAt('holdSeconds')).toBe(5);
    expect(valueAt('grounds.safety.recallFromBuyers')).toBe(9);
    expect(valueAt('lanes.peakFrom')).toBe('11-20');
  });

  test('know whether a judgement asks them', () => {
    expect(isJudgedBy('lanes.rules')).toBe(true);
    expect(isJudgedBy('grounds.safety.recallFromBuyers')).toBe(true);
    expect(isJudgedBy('holdSeconds')).toBe(false);
    expect(isJudgedBy('money.stopped')).toBe(false);
    expect(isJudgedBy('retention.orderDays')).toBe(false);
    expect(isJudgedBy('messages.carrier-lost:de')).toBe(false);
  });

  test('have their pages', () => {
    expect(policyPartOf('costs')).toBe('costs');
    expect(policyPartOf('refunds')).toBeNull();
    expect(policyPartOf('messages')).toBeNull();
    expect(policyPartOf('data')).toBe('data');
    expect(policyPartOf(undefined)).toBeNull();
  });
});

describe('a change', () => {
  test('leaves what was set besides, and fills in no defaults', () => {
    const before = { money: { stopped: true }, lanes: { silentDaysDomestic: 9 } };
    const changes = {
      holdSeconds: 60,
      'lanes.lostDaysDomestic': 40,
      'grounds.late-arrival.graceDaysDomestic': 2,
    };
    expect(changeSettings(before, changes)).toMatchObject({
      outcome: 'valid',
      own: {
        holdSeconds: 60,
        money: { stopped: true },
        lanes: { silentDaysDomestic: 9, lostDaysDomestic: 40 },
        grounds: { 'late-arrival': { graceDaysDomestic: 2 } },
      },
      policy: { lanes: { silentDaysDomestic: 9, lostDaysDomestic: 40, lostDaysCrossBorder: 60 } },
    });
    expect(changeSettings(null, {})).toMatchObject({ outcome: 'valid', own: {} });
  });

  test.each([
    [{ 'money.warp': 1 }, ['money.warp: no-such-setting']],
    [{ money: { stopped: true } }, ['money: no-such-setting']],
    [{ 'money.__proto__.stopped': true }, ['money.__proto__.stopped: no-such-setting']],
    [{ 'lanes.lostDaysDomestic': 6 }, ['lanes.lostDaysDomestic: lost-before-silent']],
    [{ 'retention.deliveryDays': 6 }, ['retention.deliveryDays: out-of-bounds']],
    [{ 'retention.orderDays': 400 }, ['retention.wordsDays: words-outlive-order']],
    [{ 'messages.carrier-lost:ar': 'x' }, ['messages.carrier-lost:ar: no-such-setting']],
    [{ 'messages.carrier-lost:de': 'x' }, ['messages.carrier-lost:de: missing-variable']],
    [{ warp: 1, holdSeconds: -1 }, ['warp: no-such-setting', 'holdSeconds: out-of-bounds']],
    [
      { 'returns.finalSaleSkus': Array.from({ length: 1001 }, (_, n) => `SKU-${n}`) },
      ['returns.finalSaleSkus: too-many'],
    ],
    [{ 'lanes.rules': Array.from({ length: 101 }, () => rule) }, ['lanes.rules: too-many']],
  ])('of %j is refused', (changes, problems) => {
    const changed = changeSettings({}, changes);
    expect(
      changed.outcome === 'invalid' && changed.problems.map(({ path, code }) => `${path}: ${code}`),
    ).toEqual(problems);
  });
});

test.each([
  [null, 'null'],
  ['12.50', '12.50'],
  [true, 'true'],
  [7, '7'],
  [[], 'null'],
  [['MUG-1', 'CUP-*'], 'MUG-1, CUP-*'],
  [[rule], 'CN → US * *: 5/*/40'],
  ['x'.repeat(400), `${'x'.repeat(300)}…`],
  [Array.from({ length: 99 }, () => 'MUG-1'), `${'MUG-1, '.repeat(43).slice(0, 300)}…`],
])('the trail keeps %j in one line', (value, line) => {
  expect(settingText(value)).toBe(line);
});
