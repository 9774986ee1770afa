import { lateArrival } from './logistics/late-arrival.ts';
import { lateDispatch } from './logistics/late-dispatch.ts';
import { silentParcel } from './logistics/silent-parcel.ts';
import { cancelledUnrefunded } from './return-policy/cancelled-unrefunded.ts';

/** Every ground there is. Settings, filters, badges and the policy type follow from this list. */
export const grounds = [lateDispatch, silentParcel, lateArrival, cancelledUnrefunded] as const;

export type GroundId = (typeof grounds)[number]['id'];

export const groundIds: readonly GroundId[] = grounds.map((ground) => ground.id);
