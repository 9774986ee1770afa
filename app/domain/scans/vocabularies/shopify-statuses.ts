import { hints, says, type Said } from '../said.ts';

/**
 * FulfillmentEventStatus, FulfillmentDisplayStatus and what the customer API adds. There is none for
 * lost, returned or customs, so the general ones give way to the message.
 */
export const shopifyStatuses: Readonly<Record<string, Said>> = {
  ATTEMPTED_DELIVERY: hints('attempt-failed'),
  BUYER_ACTION_REQUIRED: hints('held'),
  CANCELED: says('cancelled'),
  CARRIER_PICKED_UP: says('picked-up'),
  /** "The carrier is aware of the shipment, but hasn't received it yet." */
  CONFIRMED: says('announced'),
  DELAYED: hints('delayed'),
  DELIVERED: says('delivered'),
  /** Number invalid, shipment cancelled, delivery impossible: the status alone does not tell. */
  FAILURE: hints('problem'),
  FULFILLED: says('announced'),
  IN_TRANSIT: hints('moving'),
  LABEL_PRINTED: says('announced'),
  LABEL_PURCHASED: says('announced'),
  LABEL_VOIDED: says('cancelled', { party: 'seller' }),
  MARKED_AS_FULFILLED: says('announced'),
  NOT_DELIVERED: hints('attempt-failed'),
  OUT_FOR_DELIVERY: says('out-for-delivery'),
  /** The buyer fetched it from the shop. */
  PICKED_UP: says('delivered'),
  READY_FOR_PICKUP: says('ready-for-pickup'),
  READY_FOR_RECIPIENT_PICKUP: says('ready-for-pickup'),
  RETURNING_TO_SENDER: hints('returning'),
  SUBMITTED: says('announced'),
};
