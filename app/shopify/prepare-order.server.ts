import { setTimeout as sleep } from 'node:timers/promises';
import type { Gid } from '../domain/ids.ts';
import type { OrderFacts } from '../domain/order-facts.ts';
import { callAdmin, type AdminCaller } from './call-admin.server.ts';
import type { Preparation } from './refund-request.ts';

const APPROVE_RETURN = `#graphql
  mutation ApproveReturn($input: ReturnApproveRequestInput!) {
    returnApproveRequest(input: $input) { userErrors { code message } }
  }
`;

const DECLINE_RETURN = `#graphql
  mutation DeclineReturn($input: ReturnDeclineRequestInput!) {
    returnDeclineRequest(input: $input) { userErrors { code message } }
  }
`;

/*
 * Refunds nothing: money goes back by refundCreate, under a key. What was only authorised, Shopify lets go of by itself
 * ("Authorized payments will be voided regardless of this setting").
 */
const CANCEL_ORDER = `#graphql
  mutation CancelOrder($orderId: ID!, $staffNote: String!) {
    orderCancel(
      orderId: $orderId
      reason: CUSTOMER
      restock: true
      refundMethod: { originalPaymentMethodsRefund: false }
      notifyCustomer: false
      staffNote: $staffNote
    ) {
      job { id done }
      orderCancelUserErrors { code message }
    }
  }
`;

const READ_JOB = `#graphql
  query ReadJob($id: ID!) { job(id: $id) { done } }
`;

export type PrepareOutcome =
  | { readonly outcome: 'done' }
  /** Not yet, or not known: what is on record tells, at the next try. */
  | { readonly outcome: 'again'; readonly reason: string }
  /** Shopify says no; no money has moved. */
  | { readonly outcome: 'rejected'; readonly reason: string };

/** Takes one step, if it is not taken yet by what was just read of the order. */
export async function prepareOrder(
  caller: AdminCaller,
  step: Preparation,
  order: OrderFacts,
): Promise<PrepareOutcome> {
  switch (step.step) {
    case 'approve-return':
      return statusIn(order, step.returnId) === 'REQUESTED'
        ? approveReturn(caller, step.returnId)
        : { outcome: 'done' };
    case 'decline-return':
      return statusIn(order, step.returnId) === 'REQUESTED'
        ? declineReturn(caller, step.returnId)
        : { outcome: 'done' };
    case 'cancel-order':
      return order.cancelledAt === null
        ? cancelOrder(caller, order.orderId, step.staffNote)
        : { outcome: 'done' };
  }
}

function statusIn({ returns }: OrderFacts, returnId: Gid<'Return'>): string | null {
  return returns.find((one) => one.returnId === returnId)?.status ?? null;
}

interface Said {
  readonly code?: string | null | undefined;
  readonly message: string;
}

function outcomeOf(errors: readonly Said[] | undefined): PrepareOutcome {
  if (!errors) return { outcome: 'again', reason: 'answered null' };
  if (errors.length === 0) return { outcome: 'done' };
  const reason = errors.map(({ message }) => message).join('; ');
  const passes = errors.every(({ code }) => code === 'INTERNAL_ERROR' || code === 'INVALID_STATE');
  return passes ? { outcome: 'again', reason } : { outcome: 'rejected', reason };
}

async function approveReturn(caller: AdminCaller, id: Gid<'Return'>): Promise<PrepareOutcome> {
  const input = { id, notifyCustomer: false };
  const call = await callAdmin(caller, APPROVE_RETURN, { input });
  return call.outcome === 'answered'
    ? outcomeOf(call.data.returnApproveRequest?.userErrors)
    : { outcome: 'again', reason: call.reason };
}

async function declineReturn(caller: AdminCaller, id: Gid<'Return'>): Promise<PrepareOutcome> {
  const input = { id, declineReason: 'OTHER' as const, notifyCustomer: false };
  const call = await callAdmin(caller, DECLINE_RETURN, { input });
  return call.outcome === 'answered'
    ? outcomeOf(call.data.returnDeclineRequest?.userErrors)
    : { outcome: 'again', reason: call.reason };
}

async function cancelOrder(
  caller: AdminCaller,
  orderId: Gid<'Order'>,
  staffNote: string,
): Promise<PrepareOutcome> {
  const call = await callAdmin(caller, CANCEL_ORDER, { orderId, staffNote });
  if (call.outcome !== 'answered') return { outcome: 'again', reason: call.reason };
  const { job, orderCancelUserErrors: errors } = call.data.orderCancel ?? {};
  // Somebody, or a request of ours that got no answer, was quicker: the next reading shows it.
  if (errors?.some(({ message }) => /already been cancell?ed/i.test(message))) {
    return { outcome: 'again', reason: 'already cancelled' };
  }
  const said = outcomeOf(errors);
  if (said.outcome !== 'done' || !job) return said;
  return (await isJobDone(caller, job)) ? said : { outcome: 'again', reason: 'cancelling' };
}

const polls = { times: 8, everyMs: 500 };

async function isJobDone(
  caller: AdminCaller,
  job: { readonly id: string; readonly done: boolean },
): Promise<boolean> {
  if (job.done) return true;
  for (let poll = 0; poll < polls.times; poll += 1) {
    await sleep(polls.everyMs);
    const call = await callAdmin(caller, READ_JOB, { id: job.id });
    if (call.outcome === 'answered' && call.data.job?.done) return true;
  }
  return false;
}
