import { z } from 'zod';
import type { ToldScan } from '../domain/scans/told-scan.ts';
import { parseInstant, type Instant } from '../domain/time.ts';
import {
  countryOf,
  instantOrWallClock,
  maybeText,
  sorted,
  unreadable,
  type ReadEvent,
} from './told-event.ts';

/* EasyPost's trackers and events: https://docs.easypost.com/docs/trackers */

const detail = z.object({
  message: maybeText,
  status: maybeText,
  status_detail: maybeText,
  datetime: maybeText,
  tracking_location: z.object({ country: maybeText }).nullish(),
});

const tracker = z.object({
  object: z.literal('Tracker'),
  tracking_code: z.string().trim().min(1).max(100),
  carrier: maybeText,
  tracking_details: z.array(detail).nullish(),
});

const webhook = z.object({
  id: z.string().min(1).max(200),
  description: z.string(),
  created_at: maybeText,
  result: z.unknown(),
});

export function readEasyPostEvent(body: unknown): ReadEvent {
  const told = webhook.safeParse(body);
  if (!told.success) return unreadable(told.error);
  const { id: eventId, description, created_at: at, result } = told.data;
  if (!/^tracker\.(created|updated)$/.test(description)) return { outcome: 'other' };
  return readEasyPostTracker(result, { eventId, sentAt: at === null ? null : parseInstant(at) });
}

/** A tracker, as calls answer with it and events hold it. */
export function readEasyPostTracker(
  value: unknown,
  of: { readonly eventId: string | null; readonly sentAt: Instant | null } = {
    eventId: null,
    sentAt: null,
  },
): ReadEvent {
  const parcel = tracker.safeParse(value);
  if (!parcel.success) return unreadable(parcel.error);
  return { outcome: 'read', event: { ...of, ...sorted(scansOf(parcel.data)) } };
}

function scansOf({
  tracking_code: trackingNumber,
  carrier,
  tracking_details: details,
}: z.output<typeof tracker>): readonly (ToldScan | null)[] {
  return (details ?? []).map((each) => {
    const happenedAt = instantOrWallClock(each.datetime);
    return (
      happenedAt && {
        ...{ trackingNumber, carrier },
        status: statusOf(each),
        happenedAt,
        message: each.message,
        country: countryOf(each.tracking_location?.country ?? null),
      }
    );
  });
}

/** What the detail adds nothing to, and where it is only the status again. */
const saysNothing = new Set(['status_update', 'unknown']);

/** The detail says more (`lost`, `damaged`), unless it says nothing. A delivery is one, whatever its detail. */
function statusOf({
  status,
  status_detail: finer,
}: Pick<z.output<typeof detail>, 'status' | 'status_detail'>): string {
  const isMore = finer !== null && !saysNothing.has(finer) && status !== 'delivered';
  return (isMore ? finer : status) ?? '';
}
