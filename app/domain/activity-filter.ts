import { Temporal } from 'temporal-polyfill';
import {
  activityGroups,
  kindsOfGroup,
  type ActivityFilter,
  type ActivityGroup,
  type ActivityQuery,
} from './activity.ts';
import type { AuditKind } from './audit-event.ts';
import { instantAt, type Instant } from './time.ts';

/** The query with its groups and days spelled out, for a shop in this timezone (IANA). */
export function activityFilterOf(query: ActivityQuery, timezone: string): ActivityFilter {
  const { kind, actor, from, to, search } = query;
  return {
    kinds: kind === null ? null : isGroup(kind) ? kindsOfGroup(kind) : [kind],
    actor,
    from: from === null ? null : startOfDay(Temporal.PlainDate.from(from), timezone),
    until: to === null ? null : startOfDay(Temporal.PlainDate.from(to).add({ days: 1 }), timezone),
    search,
  };
}

function isGroup(kind: ActivityGroup | AuditKind): kind is ActivityGroup {
  return activityGroups.some((group) => group === kind);
}

/** Where clocks go forward at midnight, a day starts later than at 00:00. */
function startOfDay(date: Temporal.PlainDate, timezone: string): Instant {
  try {
    return instantAt(date.toZonedDateTime(timezone).epochMilliseconds);
  } catch (error) {
    // A name that nobody knows: the pages show UTC then.
    if (!(error instanceof RangeError) || timezone === 'UTC') throw error;
    return startOfDay(date, 'UTC');
  }
}
