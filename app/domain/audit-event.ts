import type { EvidenceParam } from './claim.ts';
import type { Gid, ShopDomain, SuggestionId } from './ids.ts';
import type { Instant } from './time.ts';

/** What is written down of every change of state (`audit.<kind>` in the locale files). */
export const auditKinds = [
  'suggestion-opened',
  'suggestion-changed',
  'suggestion-withdrawn',
  'suggestion-approved',
  'suggestion-dismissed',
  'suggestion-snoozed',
  'suggestion-woken',
  'second-person-asked',
  'carrier-answer-recorded',
  'flow-asked',
  'approval-undone',
  'approval-stopped',
  'automation-capped',
  'automation-left',
  'refund-sent',
  'refund-made',
  'refund-rejected',
  'refund-unknown',
  'refund-money-moved',
  'refund-money-failed',
  'refund-missing',
  'refund-regretted',
  'refund-closed',
  'authorization-voided',
  'policy-changed',
  'policy-published',
  'readings-forgotten',
  'api-token-made',
  'carrier-connected',
  'carrier-disconnected',
  'digest-changed',
  'retention-swept',
] as const;
export type AuditKind = (typeof auditKinds)[number];

/** `system`, or `staff:<Shopify user id>`: an id, never a person's name. */
export type Actor = 'system' | `staff:${string}`;

export interface AuditEvent {
  readonly shop: ShopDomain;
  readonly orderId: Gid<'Order'> | null;
  readonly suggestionId: SuggestionId | null;
  readonly at: Instant;
  readonly actor: Actor;
  readonly kind: AuditKind;
  readonly params: Readonly<Record<string, EvidenceParam>>;
}
