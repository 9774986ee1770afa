import type { ReturnProcessInput } from '#generated/graphql/admin.types.d.ts';
import { callAdmin, type AdminCaller } from './call-admin.server.ts';

/*
 * There is no idempotency key here. What keeps it from paying twice: a return's unit is processed once, Shopify refuses it the
 * second time; and the caller asks what is on record before it sends again.
 */
const PROCESS_RETURN = `#graphql
  mutation ProcessReturn($input: ReturnProcessInput!) {
    returnProcess(input: $input) {
      return { id }
      userErrors { code field message }
    }
  }
`;

export type ProcessReturnOutcome =
  /** Its refund is read afterwards: the answer does not name it. */
  | { readonly outcome: 'processed' }
  | { readonly outcome: 'rejected'; readonly reason: string }
  | { readonly outcome: 'not-executed'; readonly reason: string }
  /** Perhaps done, perhaps not. */
  | { readonly outcome: 'unknown'; readonly reason: string };

export async function processReturn(
  caller: AdminCaller,
  input: ReturnProcessInput,
): Promise<ProcessReturnOutcome> {
  const call = await callAdmin(caller, PROCESS_RETURN, { input });
  if (call.outcome === 'no-answer') return { outcome: 'unknown', reason: call.reason };
  if (call.outcome === 'not-executed') {
    return /BAD_REQUEST|INVALID_VARIABLE/i.test(call.reason)
      ? { outcome: 'rejected', reason: call.reason }
      : call;
  }
  const payload = call.data.returnProcess;
  if (!payload) return { outcome: 'unknown', reason: 'returnProcess answered null' };
  const [error] = payload.userErrors;
  if (!error) return { outcome: 'processed' };
  const reason = payload.userErrors.map(({ message }) => message).join('; ');
  return error.code === 'INTERNAL_ERROR'
    ? { outcome: 'unknown', reason }
    : { outcome: 'rejected', reason };
}
