import { createHash, createHmac, randomUUID } from 'node:crypto';
import type { TrackingService } from '#app/domain/carriers/tracking-services.ts';

/** What a test wants a service to tell of a parcel. */
export interface Happened {
  /** In the service's own words. */
  readonly status: string;
  readonly at: string;
  readonly text?: string;
  readonly country?: string;
}

/** What each service calls the same troubles. */
export const troubleIn: Readonly<
  Record<TrackingService, Readonly<Record<'lost' | 'returned' | 'customs', string>>>
> = {
  '17track': {
    lost: 'Exception_Lost',
    returned: 'Exception_Returned',
    customs: 'InTransit_CustomsRequiringInformation',
  },
  aftership: { lost: 'Exception_013', returned: 'Exception_011', customs: 'Exception_004' },
  // It has no word for customs: its carriers' words tell.
  easypost: { lost: 'lost', returned: 'return', customs: 'transit_exception' },
};

/** A webhook of the service, in the shape of its documentation. */
export const webhookOf: Readonly<
  Record<TrackingService, (number: string, happened: readonly Happened[]) => object>
> = {
  '17track': (number, happened) => ({
    event: 'TRACKING_UPDATED',
    data: seventeenTrackParcel(number, happened),
  }),
  aftership: (number, happened) => ({
    event: 'tracking_update',
    event_id: randomUUID(),
    is_tracking_first_tag: false,
    ts: Math.floor(Date.now() / 1000),
    msg: afterShipTracking(number, happened),
  }),
  easypost: (number, happened) => ({
    id: `evt_${randomUUID().replaceAll('-', '')}`,
    object: 'Event',
    mode: 'production',
    description: 'tracker.updated',
    created_at: new Date().toISOString(),
    previous_attributes: { status: 'in_transit' },
    pending_urls: [],
    completed_urls: [],
    status: 'pending',
    result: easyPostTracker(number, happened),
  }),
};

export function seventeenTrackParcel(number: string, happened: readonly Happened[]): object {
  const events = happened.map(({ status, at, text, country }) => ({
    time_iso: at,
    time_utc: at,
    time_raw: { date: at.slice(0, 10), time: at.slice(11, 19), timezone: null },
    description: text ?? '',
    location: country ?? '',
    stage: null,
    sub_status: status,
    address: { country: country ?? null, state: null, city: null, street: null, postal_code: null },
  }));
  return {
    number,
    carrier: 21051,
    param: null,
    tag: null,
    track_info: {
      latest_status: { status: happened.at(-1)?.status.split('_')[0] ?? 'NotFound' },
      tracking: {
        providers_hash: 1,
        providers: [
          {
            provider: { key: 21051, name: 'USPS', alias: 'USPS', country: 'US' },
            service_type: null,
            latest_sync_status: 'Success',
            events_hash: 2,
            events,
          },
        ],
      },
    },
  };
}

export function afterShipTracking(number: string, happened: readonly Happened[]): object {
  return {
    id: randomUUID().replaceAll('-', ''),
    tracking_number: number,
    slug: 'usps',
    active: true,
    tag: happened.at(-1)?.status.split('_')[0] ?? 'Pending',
    subtag: happened.at(-1)?.status ?? 'Pending_001',
    checkpoints: happened.map(({ status, at, text, country }) => ({
      created_at: at,
      slug: 'usps',
      checkpoint_time: at,
      location: null,
      city: null,
      country_region: country ?? null,
      coordinate: null,
      message: text ?? null,
      state: null,
      postal_code: null,
      tag: status.split('_')[0] ?? '',
      subtag: status,
      subtag_message: null,
      raw_tag: null,
    })),
  };
}

export function easyPostTracker(number: string, happened: readonly Happened[]): object {
  return {
    id: `trk_${randomUUID().replaceAll('-', '')}`,
    object: 'Tracker',
    mode: 'production',
    tracking_code: number,
    status: 'failure',
    status_detail: happened.at(-1)?.status ?? 'unknown',
    carrier: 'USPS',
    tracking_details: happened.map(({ status, at, text, country }) => ({
      object: 'TrackingDetail',
      message: text ?? null,
      description: null,
      status: status === 'return' ? 'return_to_sender' : 'failure',
      status_detail: status,
      datetime: at,
      source: 'USPS',
      carrier_code: null,
      tracking_location: {
        object: 'TrackingLocation',
        city: null,
        state: null,
        country: country ?? null,
        zip: null,
      },
    })),
  };
}

/** The header with which the service signs a body. */
export const signedAs: Readonly<
  Record<TrackingService, (body: string, secret: string) => Readonly<Record<string, string>>>
> = {
  '17track': (body, key) => ({
    sign: createHash('sha256').update(`${body}/${key}`).digest('hex'),
  }),
  aftership: (body, secret) => ({
    'aftership-hmac-sha256': createHmac('sha256', secret).update(body).digest('base64'),
  }),
  easypost: (body, secret) => ({
    'X-Hmac-Signature': `hmac-sha256-hex=${createHmac('sha256', secret.normalize('NFKD'))
      .update(body)
      .digest('hex')}`,
  }),
};
