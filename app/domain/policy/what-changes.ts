import { compare } from '../money.ts';
import type { Verdict } from '../verdict.ts';
import type { PolicyProblem } from './policy-problem.ts';

/** What another policy would make of an order, the gravest first. */
export const verdictChanges = ['withdrawn', 'new', 'amount', 'advice', 'care'] as const;
export type VerdictChange = (typeof verdictChanges)[number];

/** How many of something were looked at, and whether there are more. */
export interface LookedThrough {
  readonly count: number;
  readonly hasMore: boolean;
}

/** What would come of other settings. */
export type PolicyPreview =
  | {
      readonly outcome: 'previewed';
      readonly changes: Readonly<Record<VerdictChange, number>>;
      /** The suggestions and the other orders that were looked at. */
      readonly open: LookedThrough;
      readonly others: LookedThrough;
    }
  /** No suggestion depends on these settings. */
  | { readonly outcome: 'beside' }
  | { readonly outcome: 'invalid'; readonly problems: readonly PolicyProblem[] };

/** How the verdicts of two policies on the same facts differ for a merchant; null where they do not. */
export function verdictChange(before: Verdict | null, after: Verdict | null): VerdictChange | null {
  if (!before) return after ? 'new' : null;
  if (!after) return 'withdrawn';
  if (hasOtherAmount(before, after)) return 'amount';
  if (before.claim.ground !== after.claim.ground) return 'advice';
  if (adviceOf(before).kind !== adviceOf(after).kind) return 'advice';
  return careOf(before) === careOf(after) ? null : 'care';
}

export function countChanges(
  changes: readonly VerdictChange[],
): Readonly<Record<VerdictChange, number>> {
  const counts = { withdrawn: 0, new: 0, amount: 0, advice: 0, care: 0 };
  for (const change of changes) counts[change] += 1;
  return counts;
}

function adviceOf({ recommendation }: Verdict) {
  return recommendation.options[0];
}

/** On the button, or of what is recommended in its place. */
function hasOtherAmount(before: Verdict, after: Verdict): boolean {
  if (compare(before.claim.stake.estimate, after.claim.stake.estimate) !== 0) return true;
  const [old, fresh] = [adviceOf(before), adviceOf(after)];
  return old.kind === fresh.kind && compare(old.amount, fresh.amount) !== 0;
}

/** Who has to look, and how. */
function careOf({ care: { automatic, secondPerson, checklist } }: Verdict): string {
  return JSON.stringify([automatic, secondPerson, checklist]);
}
