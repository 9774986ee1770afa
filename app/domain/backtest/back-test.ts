import type { Branded, Gid } from '../ids.ts';
import type { Money } from '../money.ts';
import type { SettingValue } from '../policy/setting.ts';
import type { Policy } from '../policy.ts';
import type { GroundId } from '../scenarios/ground-ids.ts';
import type { Instant } from '../time.ts';
import type { Truth } from './outcome.ts';
import type { Summary } from './summary.ts';
import type { Trial } from './trial.ts';

export type BackTestId = Branded<'BackTestId'>;

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function parseBackTestId(text: string): BackTestId | null {
  return uuidPattern.test(text) ? (text as BackTestId) : null;
}

export const backTestStates = ['running', 'done', 'cancelled', 'failed'] as const;
export type BackTestState = (typeof backTestStates)[number];

/** The stored history, judged by one policy. */
export interface BackTest {
  readonly id: BackTestId;
  readonly state: BackTestState;
  /** What of the shop's settings was changed for it; empty for the settings as they were. */
  readonly changes: Readonly<Record<string, SettingValue>>;
  readonly policyVersion: number;
  readonly askedAt: Instant;
  readonly finishedAt: Instant | null;
  /** Until when outcomes are read. */
  readonly until: Instant;
  readonly judged: number;
  readonly total: number;
  readonly summary: Summary;
  readonly problem: string | null;
}

/** What a back-test goes on with. */
export interface BackTestStep extends BackTest {
  readonly policy: Policy;
  readonly after: string;
}

/** One order of a back-test that was acted on, or missed. */
export interface TestedOrder {
  readonly orderId: Gid<'Order'>;
  readonly orderName: string;
  readonly placedAt: Instant;
  readonly value: Money;
  readonly truth: Truth;
  readonly seenBy: GroundId | null;
  /** Null where nothing would have been done. */
  readonly act: {
    readonly at: Instant;
    readonly ground: GroundId;
    readonly amount: Money;
    readonly probability: number;
    readonly breakEven: number | null;
  } | null;
}

/** How an order came out (`back-test.came.<code>`). */
export const cameOut = ['right', 'wrong', 'undecided', 'missed'] as const;
export type CameOut = (typeof cameOut)[number];

export function cameOutAs({
  act,
  truth,
}: Pick<TestedOrder, 'truth'> & { readonly act: unknown }): CameOut {
  if (act === null) return 'missed';
  return truth === 'owed' ? 'right' : truth === 'not-owed' ? 'wrong' : 'undecided';
}

/** Whether an order is worth keeping: what was neither acted on nor owed says nothing. */
export function isTelling({ act, truth }: Trial): boolean {
  return act !== null || truth === 'owed';
}
