import { noSignals, type CaseFacts, type Signals } from '#app/domain/case-facts.ts';
import { parseMoney, zero } from '#app/domain/money.ts';
import type { LineFacts, ParcelFacts, ReturnFacts, ScanFacts } from '#app/domain/order-facts.ts';
import { addDays, parseInstant, type Instant } from '#app/domain/time.ts';

/** A day without peak or holidays before it for two months, in the countries below: the plain rules know neither. */
export const benchNow = parse('2026-03-28T12:00:00Z');

function parse(text: string): Instant {
  const at = parseInstant(text);
  if (!at) throw new Error(`no instant: ${text}`);
  return at;
}

/** The same numbers in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const usd = (amount: string) => parseMoney(amount, 'USD');
const messages = ['Arrived at facility', 'Departed from hub', 'Processed', 'In transit'];
const problems = ['damaged', 'missing-items', 'not-as-described', 'not-received', 'late'] as const;
const reasons = ['DEFECTIVE', 'SIZE_TOO_SMALL', 'UNWANTED', 'WRONG_ITEM'];

/**
 * Orders at every stage: unshipped, labelled, under way, silent, late, arrived; with one to three lines, 8 to 12 scans, and
 * a report or a return for one in eight. `newMessages` is the share of scans whose text no other scan has: the reading of a
 * text is remembered, and carriers put places and numbers into theirs.
 */
export function benchCases(
  count: number,
  { newMessages }: { readonly newMessages: number },
): readonly CaseFacts[] {
  const random = randomFrom(7);
  // A sequence of its own, so that the orders are the same whatever the share.
  const textRandom = randomFrom(11);
  let written = 0;
  const message = () => {
    const chance = textRandom();
    const text = messages[Math.floor(textRandom() * messages.length)] ?? null;
    written += 1;
    return chance < newMessages ? `${text}, unit ${written}` : text;
  };
  const whole = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  return Array.from({ length: count }, (_, index): CaseFacts => {
    const age = 1 + random() * 26;
    const createdAt = addDays(benchNow, -age);
    const shipped = random() < 0.8;
    const labelledAt = addDays(createdAt, 0.5);
    const seen = random() < 0.85;
    const silentFor = random() * age * 0.6;
    const arrived = random() < 0.35;
    const lines = Array.from({ length: whole(1, 3) }, (_line, place): LineFacts => ({
      lineItemId: `gid://shopify/LineItem/${index}${place}`,
      title: 'Enamel mug',
      sku: `MUG-${whole(1, 40)}`,
      quantity: 2,
      currentQuantity: 2,
      unfulfilledQuantity: shipped ? 0 : 2,
      refundableQuantity: 2,
      requiresShipping: true,
      isGiftCard: false,
      unitPrice: usd(`${whole(5, 120)}.00`),
      tax: usd('0'),
      duties: usd('0'),
      dutyIds: [],
    }));
    const span = Math.max(0.1, age - 0.6 - silentFor);
    const scans = seen
      ? scansOf(whole(8, 12), {
          span,
          silentFor,
          arrived,
          message,
        })
      : [];
    const parcel: ParcelFacts = {
      fulfillmentId: `gid://shopify/Fulfillment/${index}`,
      name: `#${index}.1`,
      createdAt: labelledAt,
      updatedAt: labelledAt,
      status: 'SUCCESS',
      displayStatus: 'FULFILLED',
      carrier: 'USPS',
      trackingNumbers: ['94'],
      trackingUrl: null,
      estimatedDeliveryAt: random() < 0.7 ? addDays(createdAt, whole(4, 16)) : null,
      inTransitAt: null,
      deliveredAt: null,
      requiresShipping: true,
      originCountry: random() < 0.5 ? 'US' : 'CN',
      lines: lines.map(({ lineItemId, quantity }) => ({ lineItemId, quantity })),
      scans,
    };
    const total = usd(
      `${lines.reduce((sum, { unitPrice }) => sum + 2 * Number(unitPrice.amount), 0)}.00`,
    );
    const spoken = shipped ? random() : 1;
    const about = lines.slice(0, 1).map(({ lineItemId }) => ({ lineItemId, quantity: 1 }));
    const reports: Signals['reports'] =
      spoken < 0.06
        ? [
            {
              reportId: `${index}`,
              at: addDays(benchNow, -random()),
              problem: problems[whole(0, problems.length - 1)] ?? 'late',
              lines: about,
              photos: whole(0, 3),
              intents: [],
            },
          ]
        : [];
    const returns: readonly ReturnFacts[] =
      spoken > 0.06 && spoken < 0.12
        ? [
            {
              returnId: `gid://shopify/Return/${index}`,
              status: random() < 0.5 ? 'REQUESTED' : 'OPEN',
              requestedAt: addDays(benchNow, -random()),
              receivedAt: null,
              lines: about.map((line) => ({
                ...line,
                returnLineId: null,
                processed: 0,
                reason: reasons[whole(0, reasons.length - 1)] ?? null,
                intents: [],
              })),
              scans: [],
              refundIds: [],
            },
          ]
        : [];
    return {
      order: {
        orderId: `gid://shopify/Order/${index}`,
        name: `#${index}`,
        createdAt,
        updatedAt: createdAt,
        cancelledAt: null,
        closedAt: null,
        test: false,
        currency: total.currencyCode,
        financialStatus: 'PAID',
        fulfillmentStatus: shipped ? 'FULFILLED' : 'UNFULFILLED',
        destinationCountry: 'US',
        customerLocale: 'en',
        note: null,
        customerId: null,
        refundable: true,
        payment: {
          total,
          shopTotal: total,
          received: total,
          refunded: zero(total.currencyCode),
          refundPending: zero(total.currencyCode),
          paidAt: createdAt,
          gateways: ['shopify_payments'],
          manualGateway: false,
        },
        shipping: { price: usd('0'), refunded: usd('0'), service: 'Standard' },
        lines,
        dispatches: [
          {
            fulfillmentOrderId: `gid://shopify/FulfillmentOrder/${index}`,
            status: shipped ? 'CLOSED' : 'OPEN',
            fulfillBy: random() < 0.5 ? addDays(createdAt, whole(2, 6)) : null,
            promisedBy: null,
            locationId: null,
            originCountry: 'US',
            holds: [],
            lines: lines.map(({ lineItemId }) => ({
              lineItemId,
              remainingQuantity: shipped ? 0 : 2,
            })),
          },
        ],
        parcels: shipped ? [parcel] : [],
        refunds: [],
        disputes: [],
        returns,
        returnStatus: returns.length > 0 ? 'IN_PROGRESS' : 'NO_RETURN',
        unread: [],
      },
      signals: { ...noSignals, reports },
      shop: { country: 'US', timeZone: 'UTC', heardFrom: {} },
      customer: null,
      clusters: [],
      lanes: [],
    };
  });
}

function scansOf(
  count: number,
  way: {
    readonly span: number;
    readonly silentFor: number;
    readonly arrived: boolean;
    readonly message: () => string | null;
  },
): readonly ScanFacts[] {
  const { span, silentFor, arrived, message } = way;
  return Array.from({ length: count }, (_, index): ScanFacts => {
    const last = index === count - 1;
    return {
      status: index === 0 ? 'CARRIER_PICKED_UP' : last && arrived ? 'DELIVERED' : 'IN_TRANSIT',
      happenedAt: addDays(benchNow, -(silentFor + (span * (count - 1 - index)) / count)),
      message: message(),
      country: 'US',
      source: null,
    };
  });
}
