import { worldCalendar } from '#app/domain/calendar/world-calendar.ts';
import { noSignals, type CaseFacts } from '#app/domain/case-facts.ts';
import type { GroundClaim } from '#app/domain/claim.ts';
import { clockAt } from '#app/domain/clock.ts';
import { viewParcels } from '#app/domain/parcels/parcel-view.ts';
import {
  automaticSettings,
  automationSettings,
  careSettings,
  costSettings,
  laneSettings,
  moneySettings,
  readingSettings,
  returnSettings,
  type SharedPolicy,
} from '#app/domain/policy/sections.ts';
import { defaultsOf, type Settings, type ValuesOf } from '#app/domain/policy/setting.ts';
import type { Finding, Ground } from '#app/domain/scenarios/scenario.ts';
import type { Instant } from '#app/domain/time.ts';
import { now, order } from '#tests/support/order-facts.ts';

/** What is known of `order()` and nothing else: a shop in China, no signals, a guest. */
export function caseOf(changes: Partial<CaseFacts> = {}): CaseFacts {
  return {
    order: order(),
    signals: noSignals,
    shop: { country: 'CN', timeZone: 'UTC', heardFrom: {} },
    customer: null,
    clusters: [],
    lanes: [],
    ...changes,
  };
}

export const sharedPolicy: SharedPolicy = {
  lanes: defaultsOf(laneSettings),
  returns: defaultsOf(returnSettings),
  costs: defaultsOf(costSettings),
  care: defaultsOf(careSettings),
  money: defaultsOf(moneySettings),
  reading: defaultsOf(readingSettings),
  automation: defaultsOf(automationSettings),
  automatic: defaultsOf(automaticSettings),
};

interface Judging<Specs extends Settings> {
  readonly policy?: SharedPolicy;
  readonly settings?: Partial<ValuesOf<Specs>>;
}

/** What one ground says, by the default policy unless told otherwise. */
export function findingsOf<Specs extends Settings>(
  ground: Ground<string, Specs>,
  facts: CaseFacts,
  at: Instant = now,
  { policy = sharedPolicy, settings = {} }: Judging<Specs> = {},
): readonly Finding[] {
  const clock = clockAt(at);
  const calendar = worldCalendar;
  return ground.judge({
    facts,
    settings: { ...defaultsOf(ground.settings), ...settings },
    policy,
    clock,
    calendar,
    parcels: viewParcels(facts, policy, { clock, calendar }),
  });
}

export function claimsOf<Specs extends Settings>(
  ground: Ground<string, Specs>,
  facts: CaseFacts,
  at: Instant = now,
  judging: Judging<Specs> = {},
): readonly GroundClaim[] {
  return findingsOf(ground, facts, at, judging).flatMap((finding) =>
    finding.finding === 'claim' ? [finding.claim] : [],
  );
}
