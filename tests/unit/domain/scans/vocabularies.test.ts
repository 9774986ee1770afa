import { describe, expect, test } from 'vitest';
import { meaningOfScan } from '#app/domain/scans/meaning-of-scan.ts';
import type { Said } from '#app/domain/scans/said.ts';
import { aftershipTags } from '#app/domain/scans/vocabularies/aftership-tags.ts';
import { cainiaoActions } from '#app/domain/scans/vocabularies/cainiao-actions.ts';
import { deliveryTrackerStatuses } from '#app/domain/scans/vocabularies/delivery-tracker-statuses.ts';
import { easypostStatuses } from '#app/domain/scans/vocabularies/easypost-statuses.ts';
import { karrioReasons } from '#app/domain/scans/vocabularies/karrio-reasons.ts';
import { karrioStatuses } from '#app/domain/scans/vocabularies/karrio-statuses.ts';
import { seventeenTrackStatuses } from '#app/domain/scans/vocabularies/seventeen-track-statuses.ts';
import { shipengineStatuses } from '#app/domain/scans/vocabularies/shipengine-statuses.ts';
import { shippoStatuses } from '#app/domain/scans/vocabularies/shippo-statuses.ts';
import { shopifyStatuses } from '#app/domain/scans/vocabularies/shopify-statuses.ts';
import { trackingmoreStatuses } from '#app/domain/scans/vocabularies/trackingmore-statuses.ts';
import { upuEvents } from '#app/domain/scans/vocabularies/upu-events.ts';
import { uspsEvents } from '#app/domain/scans/vocabularies/usps-events.ts';

const vocabularies: readonly (readonly [string, Readonly<Record<string, Said>>])[] = [
  ['shopify', shopifyStatuses],
  ['karrio', karrioStatuses],
  ['karrio', karrioReasons],
  ['aftership', aftershipTags],
  ['17track', seventeenTrackStatuses],
  ['easypost', easypostStatuses],
  ['trackingmore', trackingmoreStatuses],
  ['shippo', shippoStatuses],
  ['shipengine', shipengineStatuses],
  ['delivery-tracker', deliveryTrackerStatuses],
  ['upu', upuEvents],
  ['usps', uspsEvents],
  ['cainiao', cainiaoActions],
];

const read = (status: string, source: string | null) =>
  meaningOfScan({ status, message: null, country: null, source }).kind;

describe.each(vocabularies)('what %s says', (source, table) => {
  test('is read by its own table, in any case and with any separator', () => {
    for (const [status, { kind }] of Object.entries(table)) {
      const spellings = [status, status.toUpperCase(), status.toLowerCase()];
      const separated = [status.replaceAll('_', '-'), status.replaceAll('_', ' ')];
      for (const spelling of [...spellings, ...separated]) {
        expect([spelling, read(spelling, source)]).toEqual([spelling, kind]);
      }
    }
  });
});
