import { callAdmin, type AdminCaller } from './call-admin.server.ts';

export type StartBulkOutcome =
  | { readonly outcome: 'started'; readonly operationId: string }
  /** Others of this app run at the shop already. */
  | { readonly outcome: 'busy' }
  | { readonly outcome: 'refused'; readonly reason: string }
  | { readonly outcome: 'unreachable'; readonly reason: string };

/** Grouped: an order's parts follow it in the result, which can then be read line by line. */
const START_BULK_OPERATION = `#graphql
  mutation StartBulkOperation($query: String!) {
    bulkOperationRunQuery(query: $query, groupObjects: true) {
      bulkOperation { id status }
      userErrors { code field message }
    }
  }
`;

/** Codes after which a later try may be taken. */
const waits = new Set<unknown>(['OPERATION_IN_PROGRESS', 'LIMIT_REACHED']);

export async function startBulkOperation(
  caller: AdminCaller,
  query: string,
): Promise<StartBulkOutcome> {
  const call = await callAdmin(caller, START_BULK_OPERATION, { query });
  if (call.outcome !== 'answered') return { outcome: 'unreachable', reason: call.reason };
  const { bulkOperation, userErrors } = call.data.bulkOperationRunQuery ?? {};
  if (userErrors?.some(({ code }) => waits.has(code))) return { outcome: 'busy' };
  if (bulkOperation) return { outcome: 'started', operationId: bulkOperation.id };
  const reason = (userErrors ?? []).map(({ code, message }) => `${code}: ${message}`).join('; ');
  return { outcome: 'refused', reason: reason || call.denied.join(', ') };
}
