import { hints, says, type Said } from '../said.ts';

export const trackingmoreStatuses: Readonly<Record<string, Said>> = {
  pending: hints('announced'),
  notfound: hints('announced'),
  transit: hints('moving'),
  /** "Out for delivery or ready for pickup": under way to the buyer is the lesser claim. */
  pickup: hints('out-for-delivery'),
  delivered: says('delivered'),
  undelivered: hints('attempt-failed'),
  exception: hints('problem'),
  expired: hints('announced'),
  notfound001: says('announced'),
  notfound002: hints('announced'),
  transit001: hints('moving'),
  transit002: hints('moving'),
  transit003: says('moving', { leg: 'last-mile' }),
  transit004: says('moving', { leg: 'import' }),
  transit005: says('customs-cleared'),
  delivered001: says('delivered'),
  delivered002: says('delivered'),
  delivered003: says('delivered'),
  delivered004: says('delivered'),
  exception004: says('attempt-failed', { party: 'buyer' }),
  exception005: hints('problem'),
  exception006: says('customs-held', { reason: 'customs_prohibited' }),
  /** Damaged, lost or discarded, all of them the carrier's doing; which one only a message can tell. */
  exception007: hints('problem', { party: 'carrier' }),
  exception008: says('cancelled'),
  exception009: says('refused'),
  exception010: says('returned'),
  exception011: says('returning'),
};
