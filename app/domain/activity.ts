import { auditKinds, type Actor, type AuditEvent, type AuditKind } from './audit-event.ts';
import type { Instant } from './time.ts';

export const activityGroups = ['decisions', 'refunds', 'suggestions', 'settings'] as const;
export type ActivityGroup = (typeof activityGroups)[number];

/** What each kind of event is about. */
const groupOfKind: Readonly<Record<AuditKind, ActivityGroup>> = {
  'suggestion-approved': 'decisions',
  'suggestion-dismissed': 'decisions',
  'suggestion-snoozed': 'decisions',
  'second-person-asked': 'decisions',
  'carrier-answer-recorded': 'decisions',
  'flow-asked': 'decisions',
  'approval-undone': 'decisions',
  'approval-stopped': 'decisions',
  'automation-capped': 'decisions',
  'automation-left': 'settings',
  'refund-sent': 'refunds',
  'refund-made': 'refunds',
  'refund-rejected': 'refunds',
  'refund-unknown': 'refunds',
  'refund-money-moved': 'refunds',
  'refund-money-failed': 'refunds',
  'refund-missing': 'refunds',
  'refund-regretted': 'refunds',
  'refund-closed': 'refunds',
  'authorization-voided': 'refunds',
  'suggestion-opened': 'suggestions',
  'suggestion-changed': 'suggestions',
  'suggestion-withdrawn': 'suggestions',
  'suggestion-woken': 'suggestions',
  'policy-changed': 'settings',
  'policy-published': 'settings',
  'readings-forgotten': 'settings',
  'api-token-made': 'settings',
  'carrier-connected': 'settings',
  'carrier-disconnected': 'settings',
  'digest-changed': 'settings',
  'retention-swept': 'settings',
};

export function kindsOfGroup(group: ActivityGroup): readonly AuditKind[] {
  return auditKinds.filter((kind) => groupOfKind[kind] === group);
}

/** Whose doings are wanted: the app's, everybody else's, or those of one member of the staff. */
export type ActivityActor = Actor | 'people';

/** What the merchant wants to see of the audit trail; `null` filters nothing. */
export interface ActivityQuery {
  readonly kind: ActivityGroup | AuditKind | null;
  readonly actor: ActivityActor | null;
  /** Days in the shop's timezone, `YYYY-MM-DD`, both of them included. */
  readonly from: string | null;
  readonly to: string | null;
  /** An order's name, or part of it. */
  readonly search: string | null;
  /** Where the page before this one ended; opaque. */
  readonly after: string | null;
}

/** The same as what an event is held against. */
export interface ActivityFilter {
  readonly kinds: readonly AuditKind[] | null;
  readonly actor: ActivityActor | null;
  readonly from: Instant | null;
  /** The first instant that is not wanted any more. */
  readonly until: Instant | null;
  readonly search: string | null;
}

/** An event as it stands in the trail. */
export interface TrailEvent extends AuditEvent {
  readonly id: string;
}

/** The same with its order's name, where the suggestion still exists. */
export interface ActivityRow extends TrailEvent {
  readonly orderName: string | null;
}

export interface ActivityPage {
  /** Newest first. */
  readonly rows: readonly ActivityRow[];
  readonly next: string | null;
  /** Everybody who ever did something, to choose from. */
  readonly staff: readonly Actor[];
}
