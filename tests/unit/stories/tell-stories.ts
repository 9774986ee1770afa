import { describe, expect, test } from 'vitest';
import type { OptionKind, Party } from '#app/domain/claim.ts';
import type { GroundId } from '#app/domain/scenarios/ground-ids.ts';
import { judgeStory, readsTags, type StoryParts } from '#tests/support/story.ts';

interface Expected {
  /** The ground makes no claim on the first order. */
  readonly absent?: true;
  readonly party?: Party;
  /** What is recommended. */
  readonly option?: OptionKind;
  /** What the recommended option pays. */
  readonly amount?: string;
  readonly stake?: string;
  /** Codes that the claim's evidence holds, among others. */
  readonly evidence?: readonly string[];
  readonly lookAgainAt?: string | null;
  /** The ground that could not be judged. */
  readonly notJudged?: GroundId;
}

export type Told = readonly [title: string, story: StoryParts, expected: Expected];

/** At least four stories for each ground, each judged through the door that any story takes. */
export function tellStories(byGround: Partial<Record<GroundId, readonly Told[]>>): void {
  describe.each(Object.entries(byGround))('%s', (ground, stories) => {
    test('is told by a claim, a near miss, a boundary and a trap', () => {
      expect(stories.length).toBeGreaterThanOrEqual(4);
      expect(stories.some(([, , { absent }]) => absent)).toBe(true);
    });

    test.each(stories)('%s', (_, story, expected) => {
      const [first] = judgeStory(story, readsTags);
      if (!first) throw new Error('the story has no order');
      const { claims, recommendation, lookAgainAt, notJudged } = first;
      const claim = claims.find((one) => one.ground === ground);
      if (expected.absent) expect(claim?.evidence.map(({ code }) => code)).toBeUndefined();
      else expect(claims.map((one) => one.ground)).toContain(ground);
      if (expected.party) expect(claim?.responsibility.party).toBe(expected.party);
      if (expected.option) expect(recommendation.option).toBe(expected.option);
      if (expected.amount) expect(recommendation.amount).toBe(expected.amount);
      if (expected.stake) expect(claim?.stake.amount).toBe(expected.stake);
      if (expected.evidence) {
        expect(claim?.evidence.map(({ code }) => code)).toEqual(
          expect.arrayContaining([...expected.evidence]),
        );
      }
      if (expected.lookAgainAt !== undefined) expect(lookAgainAt).toBe(expected.lookAgainAt);
      if (expected.notJudged) {
        expect(notJudged.map((one) => one.ground)).toContain(expected.notJudged);
      }
    });
  });
}
