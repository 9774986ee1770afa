import { expect, test } from 'vitest';
import { parseMoney } from '#app/domain/money.ts';
import { countChanges, verdictChange } from '#app/domain/policy/what-changes.ts';
import type { Option } from '#app/domain/suggestion.ts';
import { verdictOf, type Verdict } from '#app/domain/verdict.ts';
import { suggestion } from '#tests/support/suggestion.ts';

const { claim, recommendation, care } = suggestion();
const before: Verdict = { claim, recommendation, care };
const [advice] = recommendation.options;
const advising = (option: Partial<Option>): Verdict => ({
  ...before,
  recommendation: { options: [{ ...advice, ...option }] },
});
const dollar = parseMoney('1.00', 'USD');

test.each<[string, Verdict | null, Verdict | null, ReturnType<typeof verdictChange>]>([
  ['nothing, twice', null, null, null],
  ['the same', before, { ...before }, null],
  ['what was not suggested', null, before, 'new'],
  ['what is suggested no longer', before, null, 'withdrawn'],
  [
    'another sum on the button',
    before,
    { ...before, claim: { ...claim, stake: { ...claim.stake, estimate: dollar } } },
    'amount',
  ],
  ['another sum of the same advice', before, advising({ amount: dollar }), 'amount'],
  ['another ground', before, { ...before, claim: { ...claim, ground: 'lost' } }, 'advice'],
  ['other advice', before, advising({ kind: 'reship', amount: dollar }), 'advice'],
  [
    'a second person',
    before,
    { ...before, care: { ...care, secondPerson: !care.secondPerson } },
    'care',
  ],
])('of %s', (_name, one, other, change) => {
  expect(verdictChange(one, other)).toBe(change);
});

test('changes are counted by their kind', () => {
  expect(countChanges(['withdrawn', 'care', 'withdrawn'])).toEqual({
    ...{ withdrawn: 2, new: 0, amount: 0, advice: 0, care: 1 },
  });
});

test('what only says why nothing is owed suggests nothing', () => {
  const judged = { claims: [claim], care, lookAgainAt: null, notJudged: [] };
  expect(verdictOf({ ...judged, recommendation })).toEqual(before);
  expect(verdictOf({ ...judged, recommendation: advising({ kind: 'none' }).recommendation })).toBe(
    null,
  );
  expect(verdictOf({ ...judged, recommendation: null })).toBeNull();
  expect(verdictOf({ ...judged, claims: [], recommendation: null })).toBeNull();
});
