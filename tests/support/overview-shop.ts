import type { Tx } from '#app/db/database.server.ts';
import type { ShopDomain } from '#app/domain/ids.ts';
import { parseMoney, type Money } from '#app/domain/money.ts';
import type { GroundId } from '#app/domain/scenarios/ground-ids.ts';
import type { ScenarioId } from '#app/domain/scenarios/scenario.ts';
import type { DismissReason } from '#app/domain/suggestion.ts';
import { addDays, type Instant } from '#app/domain/time.ts';
import { line, parcel, usd } from './order-facts.ts';
import { addRow, bankBy, legalBy } from './overview-rows.ts';

const grounds: readonly (readonly [ScenarioId, GroundId])[] = [
  ['logistics', 'silent-parcel'],
  ['logistics', 'lost'],
  ['product-quality', 'damaged'],
  ['return-policy', 'return-received'],
  ['buyer-request', 'cancel-before-shipping'],
];
const lanes = [
  ['CN', 'DE', '4PX'],
  ['CN', 'US', 'YunExpress'],
  ['DE', 'DE', 'DHL'],
] as const;
const lineItemId = 'gid://shopify/LineItem/1';

/** Two months of a busy shop up to now, the same at each call: a few to decide, most decided. */
export async function fillOverview(tx: Tx, shop: ShopDomain, now: Instant): Promise<void> {
  for (let index = 0; index < 90; index += 1) {
    const [scenario, ground] = pick(grounds, (index * 7) % 11);
    const [origin, destinationCountry, carrier] = pick(lanes, (index * 5) % 7);
    const openedAt = addDays(now, -((index * index * 0.017) % 60) - 0.01);
    const decidedAt = addDays(openedAt, 0.2 + (index % 6) * 0.7);
    const isDecided = decidedAt < now && index % 9 !== 0;
    const isDismissed = isDecided && index % 5 === 0;
    // The machine pays one ground by itself and watches the others; it was sure of two in three.
    const isAutomatic = isDecided && !isDismissed && index % 4 === 2;
    const sum = `${12 + ((index * 13) % 90)}.50`;
    await addRow(tx, {
      ...{ shop, openedAt, ...(isDecided ? { decidedAt } : {}) },
      amount: amountOf(sum, index),
      claim: {
        ...{ scenario, ground },
        fulfillmentId: null,
        // Of what waits, some is late and some has time.
        deadlines: isDecided
          ? [legalBy(addDays(openedAt, 3)), bankBy(addDays(openedAt, 9))]
          : [legalBy(addDays(now, (index % 13) - 2.5))],
        stake: {
          lines: [{ lineItemId, quantity: 1, restock: 'NO_RESTOCK', locationId: null }],
          ...{ shipping: null, duties: null, fee: null, everything: false, estimate: usd(sum) },
        },
      },
      suggestion: {
        ...{ state: !isDecided ? 'open' : isDismissed ? 'dismissed' : 'refunded' },
        ...(isDismissed ? { dismissReason: pick(reasons, index) } : {}),
        decidedBy: !isDecided ? null : isAutomatic ? 'system' : 'staff:1',
        regrettedAt: isDecided && index % 17 === 1 ? now : null,
        destinationCountry,
      },
      facts: {
        lines: [line({ lineItemId, sku: `MUG-${(index * 3) % 4}` })],
        parcels: [parcel({ originCountry: origin, carrier })],
      },
      ...(isDecided && !isDismissed
        ? {
            refund: {
              moneyStatus: index % 20 === 3 ? 'pending' : 'success',
              automatic: isAutomatic,
            },
          }
        : {}),
      ...(index % 3 !== 0 ? { verdict: amountOf(sum, index) } : {}),
    });
  }
}

function amountOf(sum: string, index: number): Money {
  return index % 6 === 0 ? parseMoney(sum, 'EUR') : usd(sum);
}

const reasons: readonly DismissReason[] = ['not-owed', 'already-handled', 'wrong-reason'];

function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}
