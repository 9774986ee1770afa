import type { LinePart } from '../../remedy/stake.ts';
import { fact, listOf, part } from '../../evidence.ts';
import type { OrderFacts } from '../../order-facts.ts';
import { deliveryDeadline } from '../../law/deadlines.ts';
import { disputeWindow } from '../../law/dispute-window.ts';
import { scanEvidence, sentParcelsOf, type ParcelView } from '../../parcels/parcel-view.ts';
import { stakeOfLines } from '../../remedy/stake.ts';
import {
  isSome,
  photoEvidence,
  photosIn,
  tellingParts,
  wordEvidence,
} from '../../signals/telling-parts.ts';
import { tellingsOf, type Telling } from '../../signals/tellings.ts';
import { toldLines } from '../../signals/told-lines.ts';
import { claimOf } from '../claim-of.ts';
import { defineGround, type Finding, type Look } from '../scenario.ts';
import { qualityDeadlines, wasShipped } from './quality-claim.ts';

/** FulfillmentOrderStatus values after which nothing more comes. */
const over = new Set(['CLOSED', 'CANCELLED', 'INCOMPLETE']);

/** Less came than was bought: by the buyer's word, or by the order itself. */
export const missingItems = defineGround({
  id: 'missing-items',
  scenario: 'product-quality',
  settings: {},
  judge(look) {
    if (!wasShipped(look)) return [];
    const tellings = tellingsOf(look, {
      problems: ['missing-items'],
      intents: ['missing-items'],
      returnReasons: [],
    });
    if (isSome(tellings)) return claimByTelling(look, tellings);
    return [...claimByOrder(look), ...claimBySilence(look)];
  },
});

function claimByTelling(
  look: Look<unknown>,
  tellings: readonly [Telling, ...Telling[]],
): readonly Finding[] {
  const { order } = look.facts;
  const [first] = tellings;
  const told = toldLines(tellings);
  const parts = told.length > 0 ? told : halfOf(look);
  const coming = parcelsStillComing(look);
  const explained =
    coming.length > 0 && (told.length === 0 || told.every((line) => isIn(coming, line)));
  const [base, ...rest] = tellingParts(tellings, 0.7);
  return claimOf({
    parts: listOf(base, ...rest, explained && part('another-parcel', -0.45, 'shopify-record')),
    evidence: listOf(
      fact('told-missing', { source: first.source }, first.at),
      wordEvidence(tellings),
      explained && fact('another-parcel-coming', { parcels: coming.length }),
      photoEvidence(tellings),
    ),
    responsibility: { party: 'seller', because: ['told-missing'] },
    stake: stakeOfLines(order, parts, { shipping: true }),
    deadlines: qualityDeadlines(look, first.at),
    remedies: ['refund', 'reship', 'partial-refund'],
    ask: photosIn(tellings) === 0 ? 'buyer' : null,
  });
}

/** Nobody named what is missing: of everything that was shipped, which the buyer has to narrow down. */
function halfOf({ facts: { order } }: Look<unknown>): readonly LinePart[] {
  return order.lines.map(({ lineItemId, currentQuantity }) => ({
    lineItemId,
    quantity: currentQuantity,
  }));
}

function parcelsStillComing({ parcels, clock }: Look<unknown>): readonly ParcelView[] {
  return parcels.filter((view) => {
    const limit = view.silentAt ?? view.neverScannedAt;
    return view.deliveredAt === null && !clock.hasPassed(limit);
  });
}

function isIn(views: readonly ParcelView[], { lineItemId }: LinePart): boolean {
  return views.some(({ parcel }) => parcel.lines.some((line) => line.lineItemId === lineItemId));
}

/** Something was shipped, and what is left will not be: neither a parcel nor a dispatch holds it. */
function claimByOrder(look: Look<unknown>): readonly Finding[] {
  const { order } = look.facts;
  const { paidAt } = order.payment;
  const missing = shortIn(order);
  if (missing.length === 0) return [];
  const units = missing.reduce((sum, { quantity }) => sum + quantity, 0);
  const bought = order.lines.reduce((sum, { currentQuantity }) => sum + currentQuantity, 0);
  return claimOf({
    parts: [part('base', 0.9, 'shopify-record')],
    evidence: [
      fact('shipped-less', { units, shipped: bought - units }),
      fact('nothing-more-coming'),
    ],
    responsibility: { party: 'seller', because: ['shipped-less'] },
    stake: stakeOfLines(order, missing, { shipping: true }),
    deadlines: [
      deliveryDeadline({
        country: order.destinationCountry,
        orderedAt: order.createdAt,
        promisedBy: null,
      }),
      ...disputeWindow('not-received', { paidAt }),
    ].filter((deadline) => deadline !== null),
    remedies: ['refund', 'reship'],
    ask: null,
  });
}

/** What was bought and is neither in a parcel nor still to be shipped; nothing where a part could not be read. */
function shortIn(order: OrderFacts): readonly LinePart[] {
  const parcels = sentParcelsOf(order);
  const unread = order.unread.some((part) => part === 'dispatches' || part === 'parcels');
  if (unread || order.dispatches.length === 0 || parcels.some(({ lines }) => lines.length === 0)) {
    return [];
  }
  const waiting = order.dispatches.filter(({ status }) => !over.has(status));
  return order.lines
    .filter(({ requiresShipping, isGiftCard }) => requiresShipping && !isGiftCard)
    .map((line) => {
      const shipped = unitsOf(
        parcels.flatMap(({ lines }) => lines),
        line.lineItemId,
      );
      const coming = waiting
        .flatMap(({ lines }) => lines)
        .filter(({ lineItemId }) => lineItemId === line.lineItemId)
        .reduce((sum, { remainingQuantity }) => sum + remainingQuantity, 0);
      return { lineItemId: line.lineItemId, quantity: line.currentQuantity - shipped - coming };
    })
    .filter(({ quantity }) => quantity > 0);
}

function unitsOf(parts: readonly LinePart[], lineItemId: LinePart['lineItemId']): number {
  return parts
    .filter((part) => part.lineItemId === lineItemId)
    .reduce((sum, { quantity }) => sum + quantity, 0);
}

/** One of several parcels came, and the others have been silent for longer than is ordinary. */
function claimBySilence(look: Look<unknown>): readonly Finding[] {
  const { parcels, clock } = look;
  const came = parcels.find(({ deliveredAt }) => deliveredAt !== null);
  if (!came) return [];
  return parcels.flatMap((view) => {
    const limit = view.silentAt ?? view.neverScannedAt;
    if (view.deliveredAt || !clock.hasPassed(limit)) return [];
    const { order } = look.facts;
    const delivered = came.scans.findLast(({ meaning }) => meaning.kind === 'delivered');
    return claimOf({
      fulfillmentId: view.parcel.fulfillmentId,
      parts: [part('base', 0.65, 'starting-value')],
      evidence: listOf(
        fact('parcels-came', {
          came: parcels.filter((one) => one.deliveredAt).length,
          parcels: parcels.length,
        }),
        delivered && scanEvidence('carrier-says-delivered', delivered),
        view.lastSeen && scanEvidence('last-scan', view.lastSeen),
      ),
      responsibility: { party: 'carrier', because: ['parcels-came'] },
      stake: stakeOfLines(order, view.parcel.lines, { shipping: true }),
      deadlines: [],
      remedies: ['refund', 'reship'],
      ask: 'carrier',
    });
  });
}
