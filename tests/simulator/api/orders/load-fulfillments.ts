import { isObject, objectsIn, textOf, type JsonObject } from '../json.ts';
import { OrderRefused } from './order-refused.ts';
import type { FulfillmentState, ScanState } from './order-state.ts';
import { gidIn, optionalInstant, requiredInstant, requiredQuantity, upper } from './read-field.ts';

export function loadFulfillments(
  json: JsonObject,
  lineIds: ReadonlyMap<string, string>,
  newId: (type: string) => string,
): readonly FulfillmentState[] {
  return objectsIn(json['fulfillments']).map((each) => loadFulfillment(each, lineIds, newId));
}

function loadFulfillment(
  json: JsonObject,
  lineIds: ReadonlyMap<string, string>,
  newId: (type: string) => string,
): FulfillmentState {
  const id = gidIn(json, 'Fulfillment', 'a fulfillment');
  const what = `fulfillment ${textOf(json['id'])}`;
  const createdAt = requiredInstant(json, 'created_at', what);
  const updatedAt = optionalInstant(json, 'updated_at', what) ?? createdAt;
  const status = upper(json['status']) ?? 'SUCCESS';
  const scans = loadScans(json, what, updatedAt, newId);
  const origin = json['origin_address'];
  const location = textOf(json['location_id']);
  return {
    id,
    raw: json,
    name: textOf(json['name']) ?? '',
    createdAt,
    updatedAt,
    status,
    displayStatus: displayStatusOf(status, upper(json['shipment_status'])),
    estimatedDeliveryAt: optionalInstant(json, 'estimated_delivery_at', what),
    locationId: location === null ? null : `gid://shopify/Location/${location}`,
    originCountry: isObject(origin) ? textOf(origin['country_code']) : null,
    tracking: trackingIn(json),
    lines: objectsIn(json['line_items']).map((line) => {
      const named = textOf(line['id']) ?? '';
      const lineId = lineIds.get(named);
      if (lineId === undefined)
        throw new OrderRefused(`${what} holds line ${named}, which the order lacks`);
      return {
        id: newId('FulfillmentLineItem'),
        lineId,
        quantity: requiredQuantity(line, 'quantity', what),
      };
    }),
    scans,
  };
}

/** Payloads carry the last scan as `shipment_status` only; a list of `events` (as REST answers it) is used when there. */
function loadScans(
  json: JsonObject,
  what: string,
  updatedAt: string,
  newId: (type: string) => string,
): readonly ScanState[] {
  const listed = objectsIn(json['events']).map((event) => {
    const createdAt = optionalInstant(event, 'created_at', what) ?? updatedAt;
    return {
      id: gidIn(event, 'FulfillmentEvent', `${what}: an event`),
      status: upper(event['status']) ?? 'UNKNOWN',
      happenedAt: optionalInstant(event, 'happened_at', what) ?? createdAt,
      createdAt,
      message: textOf(event['message']),
      country: textOf(event['country']),
      estimatedDeliveryAt: optionalInstant(event, 'estimated_delivery_at', what),
    };
  });
  const last = upper(json['shipment_status']);
  if (listed.length > 0 || last === null) return oldestFirst(listed);
  return [
    {
      id: newId('FulfillmentEvent'),
      status: last,
      happenedAt: updatedAt,
      createdAt: updatedAt,
      message: null,
      country: null,
      estimatedDeliveryAt: null,
    },
  ];
}

/** Scans of the same instant stay in the order in which they were made. */
export function oldestFirst(scans: readonly ScanState[]): readonly ScanState[] {
  return [...scans].sort((a, b) => Date.parse(a.happenedAt) - Date.parse(b.happenedAt));
}

const displayOfStatus: Readonly<Record<string, string>> = {
  CANCELLED: 'CANCELED',
  ERROR: 'FAILURE',
  FAILURE: 'FAILURE',
  OPEN: 'SUBMITTED',
  PENDING: 'SUBMITTED',
  SUCCESS: 'FULFILLED',
};

/** FulfillmentDisplayStatus: the last scan's word, else what follows from the status; null for an unknown one. */
export function displayStatusOf(status: string, lastScan: string | null): string | null {
  if (status === 'CANCELLED') return 'CANCELED';
  return lastScan ?? displayOfStatus[status] ?? null;
}

function trackingIn(json: JsonObject): FulfillmentState['tracking'] {
  const company = textOf(json['tracking_company']);
  const numbers = listOrOne(json['tracking_numbers'], json['tracking_number']);
  const urls = listOrOne(json['tracking_urls'], json['tracking_url']);
  const count = Math.max(numbers.length, urls.length, company === null ? 0 : 1);
  return Array.from({ length: count }, (_, index) => ({
    company,
    number: numbers[index] ?? null,
    url: urls[index] ?? null,
  }));
}

function listOrOne(list: unknown, one: unknown): readonly string[] {
  const values = Array.isArray(list) && list.length > 0 ? list : [one];
  return values.map(textOf).filter((text) => text !== null);
}

/** Units that left, by line: fulfillments that failed or were cancelled took nothing along. */
export function fulfilledQuantities(
  fulfillments: readonly FulfillmentState[],
): ReadonlyMap<string, number> {
  const quantities = new Map<string, number>();
  for (const fulfillment of fulfillments) {
    if (['CANCELLED', 'ERROR', 'FAILURE'].includes(fulfillment.status)) continue;
    for (const { lineId, quantity } of fulfillment.lines) {
      quantities.set(lineId, (quantities.get(lineId) ?? 0) + quantity);
    }
  }
  return quantities;
}
