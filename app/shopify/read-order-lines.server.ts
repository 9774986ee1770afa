import type { ReadOrderFactsQuery } from '#generated/graphql/admin.generated.d.ts';
import type { Gid } from '../domain/ids.ts';
import { callAdmin, type AdminCaller } from './call-admin.server.ts';
import { readPages, wentAway, type Page, type PageRead } from './read-pages.ts';

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
          duties { id price { presentmentMoney { amount currencyCode } } }
        }
      }
    }
  }
`;

/** All lines of the order, whose first page is known. */
export function readAllLines(caller: AdminCaller, orderId: Gid<'Order'>, first: Page<WireLine>) {
  return readPages(first, async (after): Promise<PageRead<WireLine>> => {
    const call = await callAdmin(caller, READ_ORDER_LINES, { orderId, after });
    if (call.outcome !== 'answered') return { outcome: 'unreachable', reason: call.reason };
    const { order } = call.data;
    return order ? { outcome: 'read', page: order.lineItems } : wentAway('the order');
  });
}
