import type { CallProblem } from '../domain/carriers/call-problems.ts';
import type { RefusalReason } from '../domain/carriers/refusals.ts';
import type { TrackingService } from '../domain/carriers/tracking-services.ts';
import type { Instant } from '../domain/time.ts';

export const mostCallsPerDay = 100_000;

/** What a merchant wants of a tracking service. */
export type CarrierAsked =
  | {
      readonly wish: 'connect';
      readonly service: TrackingService;
      /** Empty: as it is. */
      readonly apiKey: string;
      readonly webhookSecret: string;
      readonly callsPerDay: string;
    }
  | { readonly wish: 'disconnect'; readonly service: TrackingService };

export interface CarrierOutcome {
  readonly outcome: 'connected' | 'key-missing' | 'disconnected' | 'unreadable';
}

/** How a connected service stands. */
export interface ShownConnection {
  readonly service: TrackingService;
  /** Where it sends its webhooks. */
  readonly webhookUrl: string;
  readonly hasWebhookSecret: boolean;
  readonly callsPerDay: number;
  readonly callsToday: number;
  readonly connectedAt: Instant;
  readonly heardAt: Instant | null;
  readonly problem: CallProblem | null;
  readonly problemAt: Instant | null;
}

/** What was sent and not taken in during the last week. */
export interface ShownRefusals {
  readonly service: string;
  readonly why: RefusalReason;
  readonly times: number;
}
