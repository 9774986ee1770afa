import { expect, test } from 'vitest';
import type { Evidence } from '#app/domain/claim.ts';
import { evidenceListed, listedSuggestion } from '#app/domain/listed-suggestion.ts';
import { suggestion } from '#tests/support/suggestion.ts';

const fact = (code: string): Evidence => ({ code, params: {}, at: null });
const whole = suggestion();

test('keeps what a row shows and decides by', () => {
  const listed = listedSuggestion(whole);
  const { claim, recommendation, care, ...others } = listed;
  expect(others).toEqual({ ...others, version: whole.version, amount: whole.amount });
  expect(claim.probability.value).toBe(whole.claim.probability.value);
  expect(claim.responsibility.party).toBe(whole.claim.responsibility.party);
  expect(recommendation.options[0].kind).toBe(whole.recommendation.options[0].kind);
  expect(care.checklist).toEqual(whole.care.checklist);
  expect(JSON.stringify(listed).length).toBeLessThan(JSON.stringify(whole).length * 0.7);
});

test('keeps the strongest evidence, and always that it is a test order', () => {
  const codes = ['a', 'b', 'c', 'd', 'test-order'];
  const evidence = [fact('first'), ...codes.map(fact)] as const;
  const { claim } = listedSuggestion({ ...whole, claim: { ...whole.claim, evidence } });
  const kept = claim.evidence.map(({ code }) => code);
  expect(kept).toEqual([...['first', 'a', 'b'].slice(0, evidenceListed), 'test-order']);
});
