import { describe, expect, test } from 'vitest';
import { defaultPolicy } from '#app/domain/policy.ts';
import { settingsByPath } from '#app/domain/policy/all-settings.ts';
import { amount, count, flag, laneRules, monthDay, texts } from '#app/domain/policy/setting.ts';
import { emptyRule, inputOf, valueOf } from '#app/ui/setting-input.ts';
import { settingLabelKey } from '#app/ui/setting-words.ts';

const rule = {
  ...{ origin: 'CN', destination: null, carrier: 'DHL', service: null },
  ...{ neverScannedDays: null, silentDays: 9, lostDays: 40 },
};

describe('what a field shows', () => {
  test.each([
    [amount(null), null, ''],
    [amount('5'), '12.50', '12.50'],
    [count(3), 7, '7'],
    [flag(true), false, false],
    [monthDay('11-20'), '12-01', '12-01'],
    [texts(), [], ''],
    [texts(), ['MUG-1', 'CUP-*'], 'MUG-1\nCUP-*'],
    [
      laneRules,
      [rule],
      [{ ...emptyRule, origin: 'CN', carrier: 'DHL', silentDays: '9', lostDays: '40' }],
    ],
  ])('of %j is the same value when nothing is typed: %j', (setting, value, input) => {
    expect(inputOf(value)).toEqual(input);
    expect(valueOf(setting, inputOf(value))).toEqual(value);
  });

  test('is the same value for every default', () => {
    for (const [path, setting] of settingsByPath) {
      expect([path, valueOf(setting, inputOf(setting.default))]).toEqual([path, setting.default]);
    }
    expect(defaultPolicy.holdSeconds).toBe(10);
  });
});

describe('what is typed', () => {
  test.each([
    [count(3), ' 12 ', 12],
    [count(3), 'a lot', 'a lot'],
    [count(3), '', ''],
    [count(3), '1.5', '1.5'],
    [amount('5'), ' 7.50 ', '7.50'],
    [amount('5'), '  ', null],
    [texts(), ' MUG-1 \n\n  CUP-*\n', ['MUG-1', 'CUP-*']],
    [laneRules, '', []],
    [
      laneRules,
      [{ ...emptyRule, origin: ' cn ', lostDays: 'many' }],
      [
        {
          ...{ origin: 'CN', destination: null, carrier: null, service: null },
          ...{ neverScannedDays: null, silentDays: null, lostDays: 'many' },
        },
      ],
    ],
  ])('in %j as %j becomes %j', (setting, typed, value) => {
    expect(valueOf(setting, typed)).toEqual(value);
  });
});

test('what belongs to no section has its words among the general ones', () => {
  expect(settingLabelKey('holdSeconds')).toBe('general.holdSeconds');
  expect(settingLabelKey('lanes.rules')).toBe('lanes.rules');
});
