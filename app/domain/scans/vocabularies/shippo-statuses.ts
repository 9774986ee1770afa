import { hints, says, type Said } from '../said.ts';

export const shippoStatuses: Readonly<Record<string, Said>> = {
  UNKNOWN: hints('unknown'),
  PRE_TRANSIT: says('announced'),
  TRANSIT: hints('moving'),
  DELIVERED: says('delivered'),
  /** Also while it is on its way back. */
  RETURNED: hints('returning'),
  FAILURE: hints('problem'),
};
