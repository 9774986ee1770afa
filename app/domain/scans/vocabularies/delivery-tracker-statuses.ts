import { hints, says, type Said } from '../said.ts';

export const deliveryTrackerStatuses: Readonly<Record<string, Said>> = {
  UNKNOWN: hints('unknown'),
  INFORMATION_RECEIVED: says('announced'),
  AT_PICKUP: says('picked-up'),
  IN_TRANSIT: hints('moving'),
  OUT_FOR_DELIVERY: says('out-for-delivery'),
  ATTEMPT_FAIL: hints('attempt-failed'),
  DELIVERED: says('delivered'),
  AVAILABLE_FOR_PICKUP: says('ready-for-pickup'),
  EXCEPTION: hints('problem'),
};
