import { automaticGrounds, type AutomaticGround } from './policy/automatic-grounds.ts';
import type { SharedPolicy } from './policy/sections.ts';
import { paysNow } from './remedy/pays-now.ts';
import type { GroundId } from './scenarios/ground-ids.ts';
import type { DismissReason, Suggestion, WithdrawnReason } from './suggestion.ts';
import { wilsonInterval } from './wilson.ts';

/** Why the machine leaves a suggestion to people. */
export type LeftBecause =
  | 'off'
  /** Special circumstances, signs of abuse, doubtful facts, words alone. */
  | 'person-first'
  /** Waiting or asking is cheaper than paying. */
  | 'not-now'
  | 'unsure';

export type MachineVerdict =
  /** `mode`: whether it only says so. */
  | { readonly verdict: 'pays'; readonly ground: AutomaticGround; readonly mode: 'shadow' | 'on' }
  | { readonly verdict: 'leaves'; readonly because: LeftBecause };

/** Whether the machine would pay an open suggestion without being asked, by the merchant's settings. */
export function machineVerdict(
  { claim, recommendation, care }: Pick<Suggestion, 'claim' | 'recommendation' | 'care'>,
  { automatic, automation }: SharedPolicy,
): MachineVerdict {
  const { ground } = claim;
  const mode = isAutomatic(ground) ? automatic[ground] : 'off';
  if (!isAutomatic(ground) || mode === 'off') return { verdict: 'leaves', because: 'off' };
  if (!care.automatic || care.secondPerson || care.checklist.length > 0) {
    return { verdict: 'leaves', because: 'person-first' };
  }
  if (!paysNow(recommendation.options[0].kind)) return { verdict: 'leaves', because: 'not-now' };
  if (claim.probability.value * 100 < automation.atLeastPercent) {
    return { verdict: 'leaves', because: 'unsure' };
  }
  return { verdict: 'pays', ground, mode };
}

function isAutomatic(ground: GroundId): ground is AutomaticGround {
  return (automaticGrounds as readonly GroundId[]).includes(ground);
}

/** What became of suggestions of one ground that the machine would have paid. */
export interface GroundRecord {
  readonly ground: AutomaticGround;
  /** A person paid the same sum. */
  readonly agreed: number;
  /** A person paid another sum. */
  readonly otherwise: number;
  /** A person did not pay, or the facts took the claim back before anybody decided. */
  readonly disagreed: number;
}

/** Reasons of people and of facts that say that the machine would have paid wrongly; the others say nothing of it. */
export const wouldHaveErred: {
  readonly dismissed: readonly DismissReason[];
  readonly withdrawn: readonly WithdrawnReason[];
} = {
  dismissed: ['buyer-agreed-to-wait', 'not-owed', 'wrong-reason', 'suspected-abuse', 'other'],
  withdrawn: ['delivered', 'shipped', 'moving-again', 'no-longer-true'],
};

/** Fewer decisions than this prove nothing; a starting value. */
export const decisionsToProve = 20;

/** Of the interval's lower end: twenty right ones of twenty come to .84; a starting value. */
export const shareToProve = 0.8;

/** Of a ground of which nothing was decided yet. */
export function noRecord(ground: AutomaticGround): GroundRecord {
  return { ground, agreed: 0, otherwise: 0, disagreed: 0 };
}

export function decidedOf({ agreed, otherwise, disagreed }: Omit<GroundRecord, 'ground'>): number {
  return agreed + otherwise + disagreed;
}

/** How often people decided as the machine would have, with its 95 % interval. */
export function precisionOf(record: GroundRecord) {
  const decided = decidedOf(record);
  const interval = wilsonInterval(record.agreed, decided);
  return { share: decided === 0 ? null : record.agreed / decided, ...interval };
}

/**
 * Whether people decided otherwise so often that paying at once costs more than waiting: the ground leaves automation then. Few
 * decisions say nothing, and neither does a break-even that is not known.
 */
export function fallsShort(record: GroundRecord, breakEven: number | null): boolean {
  const { share } = precisionOf(record);
  if (breakEven === null || share === null || decidedOf(record) < decisionsToProve) return false;
  return share < breakEven;
}

/** Whether a ground may be turned on, and stays on. */
export function isProven(record: GroundRecord): boolean {
  return decidedOf(record) >= decisionsToProve && precisionOf(record).low >= shareToProve;
}
