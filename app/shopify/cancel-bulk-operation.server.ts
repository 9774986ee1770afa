import { callAdmin, type AdminCaller } from './call-admin.server.ts';

const CANCEL_BULK_OPERATION = `#graphql
  mutation CancelBulkOperation($operationId: ID!) {
    bulkOperationCancel(id: $operationId) {
      bulkOperation { id status }
      userErrors { field message }
    }
  }
`;

/** Asks Shopify to stop gathering; null when it did, or had nothing left to stop. */
export async function cancelBulkOperation(
  caller: AdminCaller,
  operationId: string,
): Promise<string | null> {
  const call = await callAdmin(caller, CANCEL_BULK_OPERATION, { operationId });
  return call.outcome === 'answered' ? null : call.reason;
}
