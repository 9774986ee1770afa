import { describe, expect, test } from 'vitest';
import {
  decidedOf,
  isProven,
  machineVerdict,
  noRecord,
  precisionOf,
} from '#app/domain/automation.ts';
import { automaticGrounds } from '#app/domain/policy/automatic-grounds.ts';
import type { OptionKind } from '#app/domain/claim.ts';
import type { SharedPolicy } from '#app/domain/policy/sections.ts';
import type { Suggestion } from '#app/domain/suggestion.ts';
import { sharedPolicy } from '#tests/support/case-facts.ts';
import { suggestion } from '#tests/support/suggestion.ts';

const sure = advising(withProbability(suggestion(), 0.95), 'cancel-and-refund');

function withProbability(of: Suggestion, value: number): Suggestion {
  return { ...of, claim: { ...of.claim, probability: { ...of.claim.probability, value } } };
}

function advising(of: Suggestion, kind: OptionKind): Suggestion {
  const [best, ...others] = of.recommendation.options;
  return { ...of, recommendation: { options: [{ ...best, kind }, ...others] } };
}

function turned(mode: 'off' | 'shadow' | 'on'): SharedPolicy {
  return { ...sharedPolicy, automatic: { ...sharedPolicy.automatic, [sure.claim.ground]: mode } };
}

describe('the machine', () => {
  test('pays what is sure and cheapest to pay, or says so', () => {
    const { ground } = sure.claim;
    expect(machineVerdict(sure, turned('on'))).toEqual({ verdict: 'pays', ground, mode: 'on' });
    expect(machineVerdict(sure, turned('shadow'))).toEqual({
      verdict: 'pays',
      ground,
      mode: 'shadow',
    });
  });

  test('does nothing where it is off', () => {
    expect(machineVerdict(sure, turned('off'))).toEqual({ verdict: 'leaves', because: 'off' });
  });

  test.each(['health', 'bereavement', 'safety', 'hygiene-exception', 'payment-inquiry'] as const)(
    'never pays for %s, whatever is set',
    (ground) => {
      const special = { ...sure, claim: { ...sure.claim, ground } };
      const policy = {
        ...sharedPolicy,
        automatic: { ...sharedPolicy.automatic, [ground]: 'on' },
      } as SharedPolicy;
      expect(machineVerdict(special, policy)).toEqual({ verdict: 'leaves', because: 'off' });
      expect(automaticGrounds).not.toContain(ground);
    },
  );

  test.each([{ automatic: false }, { secondPerson: true }, { checklist: ['seal-intact'] }])(
    'leaves to people what needs care: %j',
    (care) => {
      const careful = { ...sure, care: { ...sure.care, ...care } };
      expect(machineVerdict(careful, turned('on'))).toEqual({
        verdict: 'leaves',
        because: 'person-first',
      });
    },
  );

  test('leaves what is better waited for', () => {
    const waiting = advising(sure, 'wait');
    expect(machineVerdict(waiting, turned('on'))).toEqual({
      verdict: 'leaves',
      because: 'not-now',
    });
  });

  test('leaves what it is not sure of', () => {
    expect(machineVerdict(withProbability(sure, 0.89), turned('on'))).toEqual({
      verdict: 'leaves',
      because: 'unsure',
    });
  });
});

describe('a ground', () => {
  const record = { ...noRecord('lost'), agreed: 20 };

  test('is proven by enough decisions that nearly all were the same', () => {
    expect(isProven(record)).toBe(true);
    expect(isProven({ ...record, agreed: 19 })).toBe(false);
    expect(isProven({ ...record, disagreed: 1 })).toBe(false);
    expect(isProven({ ...record, agreed: 40, otherwise: 1, disagreed: 1 })).toBe(true);
  });

  test('has no share before anything was decided', () => {
    expect(precisionOf(noRecord('lost'))).toEqual({ share: null, low: 0, high: 1 });
    expect(decidedOf(noRecord('lost'))).toBe(0);
    expect(precisionOf({ ...record, otherwise: 5 }).share).toBe(0.8);
  });
});
