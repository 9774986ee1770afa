import { hints, type Said } from './said.ts';

/**
 * Words that mean different things in two vocabularies, as they are read when nobody says whose word
 * it is: always the reading that claims less, and the message may correct it.
 */
export const contestedStatuses: Readonly<Record<string, Said>> = {
  /** Fetched by the buyer (Shopify) or by the carrier (all others): only the latter leaves it under way. */
  PICKED_UP: hints('picked-up'),
  /** TrackingMore's last mile; elsewhere mostly the carrier's first scan. */
  PICKUP: hints('picked-up'),
  /** Back with the seller (Cainiao), or still on its way there (Shippo). */
  RETURNED: hints('returning'),
  /** A label exists (karrio) or nothing is known (AfterShip, TrackingMore): no carrier either way. */
  PENDING: hints('announced'),
  /** Refused by the buyer, by the carrier, or at pick-up (Cainiao): it blames nobody. */
  REJECT: hints('problem'),
  REJECTED: hints('problem'),
  /** A delivery in vain (Cainiao) or anything at all. */
  FAILED: hints('problem'),
  /** Delivered at ShipEngine, departed at USPS, not delivered at FedEx: the carrier has it. */
  DE: hints('moving'),
  /** Attempted at ShipEngine, at the facility at others. */
  AT: hints('moving'),
  /** Accepted at ShipEngine; addresses and customs at others. */
  AC: hints('moving'),
  /** An exception at ShipEngine, or export. */
  EX: hints('problem'),
};
