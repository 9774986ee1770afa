import type { TrackingService } from '../domain/carriers/tracking-services.ts';
import { afterShipTracker } from './aftership-calls.server.ts';
import { easyPostTracker } from './easypost-calls.server.ts';
import { seventeenTrackTracker } from './seventeen-track-calls.server.ts';
import type { OpenTracker, Tracker } from './tracker.ts';

const trackers: Readonly<Record<TrackingService, (base: string, key: string) => Tracker>> = {
  '17track': seventeenTrackTracker,
  aftership: afterShipTracker,
  easypost: easyPostTracker,
};

/** Opens services at fixed places: a merchant has no say in where a call goes. */
export function trackersAt(places: Readonly<Record<TrackingService, string>>): OpenTracker {
  return (service, key) => trackers[service](places[service].replace(/\/+$/, ''), key);
}
