import type { Said } from './said.ts';
import { aftershipTags } from './vocabularies/aftership-tags.ts';
import { cainiaoActions } from './vocabularies/cainiao-actions.ts';
import { commonCodes } from './vocabularies/common-codes.ts';
import { deliveryTrackerStatuses } from './vocabularies/delivery-tracker-statuses.ts';
import { easypostStatuses } from './vocabularies/easypost-statuses.ts';
import { karrioReasons } from './vocabularies/karrio-reasons.ts';
import { karrioStatuses } from './vocabularies/karrio-statuses.ts';
import { seventeenTrackStatuses } from './vocabularies/seventeen-track-statuses.ts';
import { shipengineStatuses } from './vocabularies/shipengine-statuses.ts';
import { shippoStatuses } from './vocabularies/shippo-statuses.ts';
import { shopifyStatuses } from './vocabularies/shopify-statuses.ts';
import { trackingmoreStatuses } from './vocabularies/trackingmore-statuses.ts';
import { upuEvents } from './vocabularies/upu-events.ts';
import { uspsEvents } from './vocabularies/usps-events.ts';

interface Vocabulary {
  readonly name: string;
  /** How a source that speaks it is called, without separators, as far as it is always the same. */
  readonly sources: readonly string[];
  readonly statuses: Readonly<Record<string, Said>>;
  /** Too short to be understood when nobody says whose word it is. */
  readonly onlyFromItsSource: boolean;
}

export const vocabularies: readonly Vocabulary[] = [
  spoken('Shopify', ['shopify'], shopifyStatuses),
  spoken('karrio', ['karrio'], karrioStatuses),
  spoken('karrio reasons', ['karrio'], karrioReasons),
  spoken('AfterShip', ['aftership'], aftershipTags),
  spoken('17TRACK', ['17track', 'seventeentrack'], seventeenTrackStatuses),
  spoken('EasyPost', ['easypost'], easypostStatuses),
  spoken('TrackingMore', ['trackingmore'], trackingmoreStatuses),
  spoken('Shippo', ['shippo'], shippoStatuses),
  spoken('ShipEngine', ['shipengine', 'shipstation'], shipengineStatuses),
  spoken('delivery-tracker', ['deliverytracker'], deliveryTrackerStatuses),
  spoken('UPU', ['upu', 'ems'], upuEvents),
  { ...spoken('USPS', ['usps'], uspsEvents), onlyFromItsSource: true },
  spoken('Cainiao', ['cainiao'], cainiaoActions),
  spoken('common codes', [], commonCodes),
];

function spoken(
  name: string,
  sources: readonly string[],
  statuses: Readonly<Record<string, Said>>,
): Vocabulary {
  return { name, sources, statuses, onlyFromItsSource: false };
}
