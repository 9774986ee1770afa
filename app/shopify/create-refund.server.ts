import type { RefundInput } from '#generated/graphql/admin.types.d.ts';
import { parseGid, type Gid } from '../domain/ids.ts';
import { callAdmin, type AdminCaller } from './call-admin.server.ts';

/*
 * `@idempotent` is mandatory from 2026-04 on; Shopify keeps a key for 24 h and answers a repetition with the refund
 * that the first request made (https://shopify.dev/docs/api/usage/implementing-idempotency).
 */
const CREATE_REFUND = `#graphql
  mutation CreateRefund($input: RefundInput!, $idempotencyKey: String!) {
    refundCreate(input: $input) @idempotent(key: $idempotencyKey) {
      refund {
        id
        transactions(first: 5) { nodes { status } }
      }
      userErrors { field message }
    }
  }
`;

export type CreateRefundOutcome =
  | {
      readonly outcome: 'refunded';
      readonly refundId: Gid<'Refund'>;
      /** OrderTransactionStatus of each transaction: only SUCCESS is money. */
      readonly moneyStatuses: readonly string[];
    }
  /** Shopify did nothing, and says why. */
  | { readonly outcome: 'rejected'; readonly reason: string }
  /** Nothing was executed for a reason that passes (throttled, no token): ask again with the same key. */
  | { readonly outcome: 'not-executed'; readonly reason: string }
  /** Perhaps done, perhaps not. */
  | { readonly outcome: 'unknown'; readonly reason: string };

/** Sends the refund once. Never call it with another input under the same key. */
export async function createRefund(
  caller: AdminCaller,
  input: RefundInput,
  idempotencyKey: string,
): Promise<CreateRefundOutcome> {
  const call = await callAdmin(caller, CREATE_REFUND, { input, idempotencyKey });
  if (call.outcome === 'not-executed') return classify(call.reason);
  if (call.outcome === 'no-answer') return { outcome: 'unknown', reason: call.reason };
  const payload = call.data.refundCreate;
  if (!payload)
    return { outcome: 'unknown', reason: 'refundCreate answered null without an error' };
  if (payload.userErrors.length > 0) {
    const reason = payload.userErrors.map((error) => error.message).join('; ');
    const said = classify(reason);
    return said.outcome === 'not-executed' ? { outcome: 'rejected', reason } : said;
  }
  const refundId = parseGid('Refund', payload.refund?.id ?? '');
  if (!payload.refund || !refundId) return { outcome: 'unknown', reason: 'no refund and no error' };
  return {
    outcome: 'refunded',
    refundId,
    moneyStatuses: payload.refund.transactions.nodes.map((transaction) => transaction.status),
  };
}

/*
 * refundCreate's errors carry no code, so the idempotency family is told by its message too. "In progress" and
 * "different parameters" both mean that a request under this key may have paid.
 */
function classify(reason: string): CreateRefundOutcome {
  if (/IDEMPOTENCY_CONCURRENT_REQUEST|currently in progress/i.test(reason))
    return { outcome: 'unknown', reason };
  if (/PARAMETER_MISMATCH|different operation parameters/i.test(reason))
    return { outcome: 'unknown', reason };
  if (/BAD_REQUEST|INVALID_VARIABLE|PREVIOUS_ATTEMPT_FAILED|new idempotency key/i.test(reason)) {
    return { outcome: 'rejected', reason };
  }
  return { outcome: 'not-executed', reason };
}
