import { isObject, objectsIn, textOf, type JsonObject } from '../json.ts';
import type { FulfillmentOrderState, LineState } from './order-state.ts';
import { optionalInstant, upper } from './read-field.ts';

const merchantServices = new Set(['manual', 'gift_card']);

/**
 * The fulfillment orders of an order: the lines of each fulfillment service, from its location. REST orders don't carry
 * them; when a body has Shopify's own `fulfillment_orders` all the same, deadlines, promises and holds come from there.
 */
export function deriveDispatches(
  json: JsonObject,
  lines: readonly LineState[],
  context: {
    readonly cancelled: boolean;
    readonly primaryLocationId: string;
    readonly newId: (type: string) => string;
  },
): readonly FulfillmentOrderState[] {
  const given = objectsIn(json['fulfillment_orders'])[0];
  const holds = objectsIn(given?.['fulfillment_holds']).map((hold) => ({
    id: context.newId('FulfillmentHold'),
    reason: upper(hold['reason']) ?? 'OTHER',
  }));
  const method = given?.['delivery_method'];
  return groupsOf(json, lines, context.primaryLocationId).map((group) => {
    const rest = group.lines.reduce((sum, line) => sum + line.unfulfilledQuantity, 0);
    const left = group.lines.some((line) => line.unfulfilledQuantity < line.currentQuantity);
    return {
      id: context.newId('FulfillmentOrder'),
      status: context.cancelled ? 'CANCELLED' : statusOf({ rest, left, held: holds.length > 0 }),
      thirdParty: group.thirdParty,
      locationId: group.locationId,
      fulfillBy: given ? optionalInstant(given, 'fulfill_by', 'a fulfillment order') : null,
      maxDeliveryAt: isObject(method)
        ? optionalInstant(method, 'max_delivery_date_time', 'a delivery method')
        : null,
      holds: rest > 0 ? holds : [],
      lines: group.lines.map((line) => ({
        id: context.newId('FulfillmentOrderLineItem'),
        lineId: line.id,
        total: line.quantity,
        remaining: context.cancelled ? 0 : line.unfulfilledQuantity,
      })),
    };
  });
}

export function statusOf(state: {
  readonly rest: number;
  readonly left: boolean;
  readonly held: boolean;
}): string {
  if (state.rest === 0) return 'CLOSED';
  if (state.held) return 'ON_HOLD';
  return state.left ? 'IN_PROGRESS' : 'OPEN';
}

interface Group {
  readonly thirdParty: boolean;
  readonly locationId: string;
  readonly lines: LineState[];
}

function groupsOf(
  json: JsonObject,
  lines: readonly LineState[],
  primaryLocationId: string,
): readonly Group[] {
  const soldAt = textOf(json['location_id']);
  const home = soldAt === null ? primaryLocationId : `gid://shopify/Location/${soldAt}`;
  const groups = new Map<string, Group>();
  for (const line of lines) {
    const thirdParty = !merchantServices.has(line.fulfillmentService);
    const origin = line.raw['origin_location'];
    const originId = isObject(origin) ? textOf(origin['id']) : null;
    const locationId = originId === null ? home : `gid://shopify/Location/${originId}`;
    const key = `${thirdParty ? line.fulfillmentService : ''} ${locationId}`;
    const group = groups.get(key) ?? { thirdParty, locationId, lines: [] };
    group.lines.push(line);
    groups.set(key, group);
  }
  return [...groups.values()];
}
