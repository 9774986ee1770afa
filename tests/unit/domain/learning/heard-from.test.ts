import { describe, expect, test } from 'vitest';
import type { Evidence, GroundClaim } from '#app/domain/claim.ts';
import { fact } from '#app/domain/evidence.ts';
import {
  enoughDecisions,
  heardFrom,
  heardFromOf,
  heardFromStart,
  type ReadingTally,
} from '#app/domain/learning/heard-from.ts';
import { shownReadingOf } from '#app/domain/learning/reading-label.ts';

function tally(changes: Partial<ReadingTally> = {}): ReadingTally {
  return {
    intent: 'damaged',
    reader: 'own',
    accepted: 40,
    wrong: 10,
    dismissed: 3,
    expected: 0.8,
    ...changes,
  };
}

describe('from which confidence readings are heard', () => {
  test('stays where it was while few were decided', () => {
    expect(heardFrom(tally({ accepted: 0, wrong: enoughDecisions - 1 }))).toBe(heardFromStart);
  });

  test('stays where readings hold as often as they say', () => {
    expect(heardFrom(tally())).toBeCloseTo(heardFromStart);
  });

  test('rises where they hold less often, the more the more were decided', () => {
    const few = heardFrom(tally({ accepted: 10, wrong: 10 }));
    const many = heardFrom(tally({ accepted: 100, wrong: 100 }));
    expect(few).toBeCloseTo(heardFromStart + 0.15);
    expect(many).toBeGreaterThan(few);
  });

  test('falls where they hold more often, to an even chance at least', () => {
    expect(heardFrom(tally({ accepted: 50, wrong: 0 }))).toBeLessThan(heardFromStart);
    expect(heardFrom(tally({ accepted: 5000, wrong: 0, expected: 0.6 }))).toBe(0.5);
  });

  test('leaves nothing to be heard where nothing held', () => {
    expect(heardFrom(tally({ accepted: 0, wrong: 5000, expected: 0.99 }))).toBe(1);
  });

  test('does not heed what was dismissed for other reasons', () => {
    expect(heardFrom(tally({ dismissed: 1000 }))).toBe(heardFrom(tally()));
  });

  test('is kept by reader and intent', () => {
    const wrong = tally({ accepted: 10, wrong: 90 });
    const { own, second } = heardFromOf([wrong, tally({ reader: 'second', intent: 'late' })]);
    expect(own?.damaged).toBeGreaterThan(heardFromStart);
    expect(second).toEqual({ late: heardFrom(tally()) });
  });
});

describe('the reading that a claim was shown with', () => {
  const about = (...evidence: Evidence[]) =>
    shownReadingOf({ evidence: [fact('told-damaged'), ...evidence] } satisfies Pick<
      GroundClaim,
      'evidence'
    >);

  test('is the one its words were read as', () => {
    const said = { intent: 'damaged', percent: 83, words: 'broken' };
    expect(about(fact('words-say', said))).toEqual({
      intent: 'damaged',
      reader: 'own',
      percent: 83,
    });
    expect(about(fact('second-reader-says', said))?.reader).toBe('second');
  });

  test('is none where no words were shown', () => {
    expect(about()).toBeNull();
    expect(about(fact('words-say', { intent: 'nonsense', percent: 83 }))).toBeNull();
    expect(about(fact('words-say', { intent: 'damaged', percent: 'much' }))).toBeNull();
  });
});
