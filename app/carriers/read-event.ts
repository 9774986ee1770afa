import type { TrackingService } from '../domain/carriers/tracking-services.ts';
import { readAfterShipEvent } from './aftership.ts';
import { readEasyPostEvent } from './easypost.ts';
import { readSeventeenTrackEvent } from './seventeen-track.ts';
import type { ReadEvent } from './told-event.ts';

/** The one adapter: what a service's webhook tells, in our words. */
export const readEvent: Readonly<Record<TrackingService, (body: unknown) => ReadEvent>> = {
  '17track': readSeventeenTrackEvent,
  aftership: readAfterShipEvent,
  easypost: readEasyPostEvent,
};
