import { callAdmin, type AdminCaller } from './call-admin.server.ts';

/** A bulk operation at Shopify's, as it stands. */
export type BulkOperationRead =
  | {
      readonly outcome: 'read';
      /** BulkOperationStatus. */
      readonly status: string;
      readonly errorCode: string | null;
      /** Objects gathered so far. */
      readonly objects: number;
      readonly bytes: number | null;
      /** Where its result is, signed for a while; null while it runs, and for no objects. */
      readonly url: string | null;
    }
  | { readonly outcome: 'no-such-operation' }
  | { readonly outcome: 'unreachable'; readonly reason: string };

const READ_BULK_OPERATION = `#graphql
  query ReadBulkOperation($operationId: ID!) {
    bulkOperation(id: $operationId) { id status errorCode objectCount fileSize url }
  }
`;

export async function readBulkOperation(
  caller: AdminCaller,
  operationId: string,
): Promise<BulkOperationRead> {
  const call = await callAdmin(caller, READ_BULK_OPERATION, { operationId });
  if (call.outcome !== 'answered') return { outcome: 'unreachable', reason: call.reason };
  const { bulkOperation } = call.data;
  if (!bulkOperation) return { outcome: 'no-such-operation' };
  const { status, errorCode, objectCount, fileSize, url } = bulkOperation;
  return {
    outcome: 'read',
    status,
    errorCode: errorCode ?? null,
    objects: Number(objectCount),
    // UnsignedInt64 travels as text.
    bytes: fileSize === null || fileSize === undefined ? null : Number(fileSize),
    url: typeof url === 'string' ? url : null,
  };
}
