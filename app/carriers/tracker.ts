import type { TrackingService } from '../domain/carriers/tracking-services.ts';
import type { ToldScan } from '../domain/scans/told-scan.ts';
import type { Called } from './call-service.server.ts';

/** What came of one call about some numbers. */
export type Tracked =
  | {
      readonly outcome: 'answered';
      /** Numbers that the service knows now. */
      readonly known: readonly string[];
      /** Numbers that it does not take, with its reason as a code. */
      readonly refused: readonly { readonly number: string; readonly why: string }[];
      readonly scans: readonly ToldScan[];
    }
  | Extract<Called, { readonly outcome: 'failed' }>;

/** One tracking service, with the key of a shop. */
export interface Tracker {
  /** Numbers that one call may have. */
  readonly most: { readonly register: number; readonly ask: number };
  register(numbers: readonly string[]): Promise<Tracked>;
  ask(numbers: readonly string[]): Promise<Tracked>;
}

/** Opens a service with a key. */
export type OpenTracker = (service: TrackingService, key: string) => Tracker;

export const unreadableAnswer = {
  outcome: 'failed',
  problem: 'answer-unreadable',
  waitSeconds: null,
} as const;
