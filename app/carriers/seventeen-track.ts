import { z } from 'zod';
import type { ToldScan } from '../domain/scans/told-scan.ts';
import {
  countryOf,
  instantOrWallClock,
  maybeText,
  sorted,
  unreadable,
  type ReadEvent,
} from './told-event.ts';

/* 17TRACK's tracking API 2.2 to 2.4: https://api.17track.net/en/doc */

const event = z.object({
  time_utc: maybeText,
  time_iso: maybeText,
  description: maybeText,
  stage: maybeText,
  sub_status: maybeText,
  address: z.object({ country: maybeText }).nullish(),
});

const provider = z.object({
  provider: z.object({ name: maybeText }).nullish(),
  events: z.array(event).nullish(),
});

const tracked = z.object({
  number: z.string().trim().min(1).max(100),
  track_info: z.object({
    tracking: z.object({ providers: z.array(provider).nullish() }).nullish(),
  }),
});

const webhook = z.object({ event: z.string(), data: z.unknown() });

/** A webhook; it names no event and no instant of its own. */
export function readSeventeenTrackEvent(body: unknown): ReadEvent {
  const told = webhook.safeParse(body);
  if (!told.success) return unreadable(told.error);
  // The other kind, TRACKING_STOPPED, tells of the subscription.
  if (told.data.event !== 'TRACKING_UPDATED') return { outcome: 'other' };
  const parcel = tracked.safeParse(told.data.data);
  if (!parcel.success) return unreadable(parcel.error);
  return {
    outcome: 'read',
    event: { eventId: null, sentAt: null, ...sorted(scansOf(parcel.data)) },
  };
}

/** One of the parcels that `gettrackinfo` answers with. */
export function readSeventeenTrackParcel(parcel: unknown): ReadEvent {
  return readSeventeenTrackEvent({ event: 'TRACKING_UPDATED', data: parcel });
}

function scansOf({
  number,
  track_info: { tracking },
}: z.output<typeof tracked>): readonly (ToldScan | null)[] {
  return (tracking?.providers ?? []).flatMap(({ provider: carrier, events }) =>
    (events ?? []).map((each) => {
      const happenedAt = instantOrWallClock(each.time_utc) ?? instantOrWallClock(each.time_iso);
      return (
        happenedAt && {
          trackingNumber: number,
          carrier: carrier?.name ?? null,
          status: each.sub_status ?? each.stage ?? '',
          happenedAt,
          message: each.description,
          country: countryOf(each.address?.country ?? null),
        }
      );
    }),
  );
}
