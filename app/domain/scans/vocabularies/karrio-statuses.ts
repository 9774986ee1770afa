import { hints, says, type Said } from '../said.ts';

export const karrioStatuses: Readonly<Record<string, Said>> = {
  pending: hints('announced'),
  picked_up: says('picked-up'),
  in_transit: hints('moving'),
  out_for_delivery: says('out-for-delivery'),
  delivered: says('delivered'),
  ready_for_pickup: says('ready-for-pickup'),
  on_hold: hints('held'),
  delivery_delayed: hints('delayed', { reason: 'delivery_delayed' }),
  delivery_failed: hints('attempt-failed'),
  return_to_sender: hints('returning'),
  return_initiated: says('returning'),
  cancelled: says('cancelled'),
  unknown: hints('unknown'),
};
