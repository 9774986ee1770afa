import { z } from 'zod';
import type { ToldScan } from '../domain/scans/told-scan.ts';
import { earliest, instantAt, type Instant } from '../domain/time.ts';
import {
  countryOf,
  instantOrWallClock,
  maybeText,
  sorted,
  unreadable,
  type ReadEvent,
} from './told-event.ts';

/* AfterShip's tracking API 2025-01 and its webhooks: https://www.aftership.com/docs/tracking */

const checkpoint = z.object({
  checkpoint_time: maybeText,
  created_at: maybeText,
  message: maybeText,
  tag: maybeText,
  subtag: maybeText,
  country_iso3: maybeText,
  country_region: maybeText,
});

const tracking = z.object({
  tracking_number: z.string().trim().min(1).max(100),
  slug: maybeText,
  checkpoints: z.array(checkpoint).nullish(),
});

const webhook = z.object({
  event: z.string(),
  event_id: z.string().min(1).max(200),
  ts: z.number().int().min(0).max(4_102_444_800),
  msg: z.unknown(),
});

export function readAfterShipEvent(body: unknown): ReadEvent {
  const told = webhook.safeParse(body);
  if (!told.success) return unreadable(told.error);
  const { event, event_id: eventId, ts, msg } = told.data;
  if (event !== 'tracking_update') return { outcome: 'other' };
  return readAfterShipTracking(msg, { eventId, sentAt: instantAt(ts * 1000) });
}

/** A tracking, as calls answer with it and webhooks hold it. */
export function readAfterShipTracking(
  value: unknown,
  of: { readonly eventId: string | null; readonly sentAt: Instant | null } = {
    eventId: null,
    sentAt: null,
  },
): ReadEvent {
  const parcel = tracking.safeParse(value);
  if (!parcel.success) return unreadable(parcel.error);
  return { outcome: 'read', event: { ...of, ...sorted(scansOf(parcel.data)) } };
}

function scansOf({
  tracking_number: trackingNumber,
  slug: carrier,
  checkpoints,
}: z.output<typeof tracking>): readonly (ToldScan | null)[] {
  return (checkpoints ?? []).map((each) => {
    // A wall clock east of Greenwich would be in the future: nothing happens after it was seen.
    const happenedAt = earliest([
      instantOrWallClock(each.checkpoint_time),
      instantOrWallClock(each.created_at),
    ]);
    return (
      happenedAt && {
        ...{ trackingNumber, carrier },
        status: each.subtag ?? each.tag ?? '',
        happenedAt,
        message: each.message,
        country: countryOf(each.country_region ?? each.country_iso3),
      }
    );
  });
}
