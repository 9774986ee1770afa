import type { ReadOrderFactsQuery } from '#generated/graphql/admin.generated.d.ts';
import type { Gid } from '../domain/ids.ts';
import { callAdmin, type AdminCaller, type Unreachable } from './call-admin.server.ts';

type WireLine = NonNullable<ReadOrderFactsQuery['order']>['lineItems']['nodes'][number];

const READ_ORDER_LINES = `#graphql
  query ReadOrderLines($orderId: ID!, $after: String) {
    order(id: $orderId) {
      lineItems(first: 60, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes {
          id title sku quantity currentQuantity unfulfilledQuantity refundableQuantity requiresShipping isGiftCard
          discountedUnitPriceAfterAllDiscountsSet { presentmentMoney { amount currencyCode } }
          taxLines(first: 3) { priceSet { presentmentMoney { amount currencyCode } } }
        }
      }
    }
  }
`;

/** The order's lines after the first page. */
export async function readLineRest(
  caller: AdminCaller,
  orderId: Gid<'Order'>,
  firstPage: { readonly hasNextPage: boolean; readonly endCursor?: string | null | undefined },
): Promise<{ readonly outcome: 'read'; readonly rest: readonly WireLine[] } | Unreachable> {
  const rest: WireLine[] = [];
  let page = firstPage;
  while (page.hasNextPage) {
    const call = await callAdmin(caller, READ_ORDER_LINES, {
      orderId,
      after: page.endCursor ?? null,
    });
    if (call.outcome !== 'answered') return { outcome: 'unreachable', reason: call.reason };
    const lines = call.data.order?.lineItems;
    if (!lines)
      return {
        outcome: 'unreachable',
        reason: 'the order went away between two pages of its lines',
      };
    rest.push(...lines.nodes);
    page = lines.pageInfo;
  }
  return { outcome: 'read', rest };
}
