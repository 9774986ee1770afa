import type { PolicyProblem } from '../domain/policy/policy-problem.ts';
import type { PolicyPreview } from '../domain/policy/what-changes.ts';

/** What the merchant wants to change; the fields of the form that is posted. `values` is JSON, by the settings' paths. */
export interface PolicyAsked {
  readonly version: number;
  readonly values: string;
}

/** What came of it. */
export type PolicyOutcome =
  /** The policy's version from now on. */
  | { readonly outcome: 'saved'; readonly version: number }
  /** Somebody changed the settings since they were shown. */
  | { readonly outcome: 'stale' }
  | { readonly outcome: 'invalid'; readonly problems: readonly PolicyProblem[] }
  /** The form was not one of ours. */
  | { readonly outcome: 'unreadable' };

/** What would come of it. */
export type PreviewOutcome =
  | PolicyPreview
  /** The form was not one of ours. */
  | { readonly outcome: 'unreadable' };
