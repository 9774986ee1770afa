import { cancelBeforeShipping } from './buyer-request/cancel-before-shipping.ts';
import { changedMind } from './buyer-request/changed-mind.ts';
import { dissatisfied } from './buyer-request/dissatisfied.ts';
import { paymentInquiry } from './buyer-request/payment-inquiry.ts';
import { customsHold } from './logistics/customs-hold.ts';
import { deliveredNotReceived } from './logistics/delivered-not-received.ts';
import { deliveryFailed } from './logistics/delivery-failed.ts';
import { lateArrival } from './logistics/late-arrival.ts';
import { lateDispatch } from './logistics/late-dispatch.ts';
import { lost } from './logistics/lost.ts';
import { neverScanned } from './logistics/never-scanned.ts';
import { returningToSender } from './logistics/returning-to-sender.ts';
import { silentParcel } from './logistics/silent-parcel.ts';
import { damaged } from './product-quality/damaged.ts';
import { defectCluster } from './product-quality/defect-cluster.ts';
import { missingItems } from './product-quality/missing-items.ts';
import { notAsDescribed } from './product-quality/not-as-described.ts';
import { cancelledUnrefunded } from './return-policy/cancelled-unrefunded.ts';
import { eligibleReturn } from './return-policy/eligible-return.ts';
import { notEligible } from './return-policy/not-eligible.ts';
import { returnMoving } from './return-policy/return-moving.ts';
import { returnReceived } from './return-policy/return-received.ts';
import { bereavement } from './special-circumstances/bereavement.ts';
import { health } from './special-circumstances/health.ts';
import { hygieneException } from './special-circumstances/hygiene-exception.ts';
import { safety } from './special-circumstances/safety.ts';
import type { GroundId } from './ground-ids.ts';

/** Every ground there is. Settings, filters, badges and the policy type follow from this list. */
export const grounds = [
  damaged,
  missingItems,
  notAsDescribed,
  defectCluster,
  cancelBeforeShipping,
  changedMind,
  dissatisfied,
  paymentInquiry,
  lateDispatch,
  neverScanned,
  silentParcel,
  lateArrival,
  deliveryFailed,
  returningToSender,
  customsHold,
  deliveredNotReceived,
  lost,
  eligibleReturn,
  returnReceived,
  returnMoving,
  cancelledUnrefunded,
  notEligible,
  health,
  bereavement,
  safety,
  hygieneException,
] as const satisfies readonly { readonly id: GroundId }[];
