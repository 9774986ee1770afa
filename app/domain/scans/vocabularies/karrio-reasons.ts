import type { Party } from '../../claim.ts';
import { hints, says, type Said } from '../said.ts';
import type { ScanKind } from '../scan-meaning.ts';

/**
 * Why something went wrong; the first word of a reason names whom it blames. Nobody is blamed for the
 * weather, and for unpaid duties neither: who owes them depends on the terms of sale.
 */
const reasons: Readonly<Record<string, readonly [ScanKind, Party | null]>> = {
  carrier_address_not_found: ['address-problem', 'carrier'],
  carrier_capacity_exceeded: ['delayed', 'carrier'],
  carrier_damaged_parcel: ['damaged', 'carrier'],
  carrier_delay: ['delayed', 'carrier'],
  carrier_mechanical_delay: ['delayed', 'carrier'],
  carrier_not_enough_time: ['delayed', 'carrier'],
  carrier_parcel_lost: ['lost', 'carrier'],
  carrier_sorting_error: ['delayed', 'carrier'],
  carrier_vehicle_issue: ['delayed', 'carrier'],
  consignee_access_restricted: ['attempt-failed', 'buyer'],
  consignee_business_closed: ['attempt-failed', 'buyer'],
  /** Called off by the buyer when it was on its way: to the parcel the same as a refusal. */
  consignee_cancelled: ['refused', 'buyer'],
  consignee_identification_failed: ['attempt-failed', 'buyer'],
  consignee_incorrect_address: ['address-problem', 'buyer'],
  consignee_not_available: ['attempt-failed', 'buyer'],
  consignee_not_home: ['attempt-failed', 'buyer'],
  consignee_refused: ['refused', 'buyer'],
  consignee_safe_place_unavailable: ['attempt-failed', 'buyer'],
  consignee_verification_failed: ['attempt-failed', 'buyer'],
  customs_delay: ['customs-held', 'customs'],
  customs_documentation: ['customs-held', 'customs'],
  customs_duties_unpaid: ['customs-held', null],
  customs_inspection: ['customs-held', 'customs'],
  customs_prohibited: ['customs-held', 'customs'],
  delivery_address_issue: ['address-problem', null],
  delivery_attempt_failed: ['attempt-failed', null],
  delivery_attempted: ['attempt-failed', null],
  delivery_exception_action_required: ['held', null],
  delivery_exception_cancelled: ['cancelled', null],
  delivery_exception_delayed: ['delayed', 'carrier'],
  delivery_exception_high_value_rejected: ['problem', null],
  delivery_exception_hold: ['held', null],
  delivery_exception_incomplete_data: ['held', null],
  delivery_exception_redelivery: ['attempt-failed', null],
  delivery_exception_undeliverable: ['attempt-failed', null],
  force_majeure: ['delayed', null],
  hazmat: ['held', null],
  natural_disaster: ['delayed', null],
  no_access_to_delivery_location: ['attempt-failed', null],
  parcel_being_researched: ['problem', 'carrier'],
  payment_issue: ['held', null],
  recipient_moved: ['address-problem', 'buyer'],
  regulatory_hold: ['held', null],
  retailer_cancelled: ['cancelled', 'seller'],
  retailer_incorrect_data: ['problem', 'seller'],
  retailer_incorrect_dimensions: ['problem', 'seller'],
  retailer_incorrect_parcel: ['problem', 'seller'],
  /** The carrier came in vain: the seller still has it, so it is no sign of a parcel under way. */
  retailer_not_ready: ['announced', 'seller'],
  retailer_packaging_issue: ['problem', 'seller'],
  return_by_agreement: ['returning', null],
  /** Nobody will get it any more, as if it were lost. */
  return_destroyed: ['lost', null],
  security_issue: ['held', null],
  shipment_on_hold: ['held', null],
  signature_required: ['attempt-failed', null],
  unable_to_access: ['attempt-failed', null],
  weather_delay: ['delayed', null],
  wrong_address: ['address-problem', 'buyer'],
};

export const karrioReasons: Readonly<Record<string, Said>> = {
  ...Object.fromEntries(
    Object.entries(reasons).map(([reason, [kind, party]]) => [
      reason,
      says(kind, { party, reason }),
    ]),
  ),
  /** Also a status of karrio's, and as general there. */
  delivery_delayed: hints('delayed', { reason: 'delivery_delayed' }),
  unknown: hints('unknown'),
};
