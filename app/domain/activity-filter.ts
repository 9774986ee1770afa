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
  return instantAt(zoned(date, timezone).epochMilliseconds);
}

function zoned(date: Temporal.PlainDate, timezone: string): Temporal.ZonedDateTime {
  try {
    return date.toZonedDateTime(timezone);
  } catch {
    // A name that nobody knows throws: the pages show UTC then, too.
    return date.toZonedDateTime('UTC');
  }
}
