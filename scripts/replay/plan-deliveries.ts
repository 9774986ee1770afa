import { randomUUID } from 'node:crypto';
import { objectsIn, writeJson } from '../../tests/simulator/api/json.ts';
import { recogniseOrder } from '../../tests/simulator/api/orders/recognise-order.ts';
import type { DeliveryRequest } from '../../tests/simulator/api/shopify-api.ts';
import { randomFrom } from '../../tests/simulator/lively-shop/random.ts';
import type { AssignedFile } from './assign-shops.ts';

/** What Shopify would have sent about the orders, whole bodies, each twice under one webhook id, all shuffled. */
export function planDeliveries(
  orders: readonly AssignedFile[],
  seed: number,
): readonly DeliveryRequest[] {
  const once = orders.flatMap(deliveriesOf);
  return randomFrom(seed).shuffled([...once, ...once]);
}

function deliveriesOf({ shop, text }: AssignedFile): readonly DeliveryRequest[] {
  const order = recogniseOrder(text);
  const delivery = (topic: string, json: unknown): DeliveryRequest => ({
    shop,
    topic,
    body: writeJson(json),
    webhookId: randomUUID(),
  });
  return [
    delivery('orders/create', order),
    delivery('orders/updated', order),
    ...objectsIn(order['fulfillments']).flatMap((fulfillment) => [
      delivery('fulfillments/create', fulfillment),
      delivery('fulfillments/update', fulfillment),
    ]),
  ];
}
