import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { RefundChoice } from '../../app/domain/remedy/chosen-plan.ts';
import type { CurrencyCode, Decimal } from '../../app/domain/money.ts';
import type { Actor } from '../../app/domain/audit-event.ts';
import type { ShopDomain, SuggestionId } from '../../app/domain/ids.ts';
import type { ShopifyApi } from '../../tests/simulator/api/shopify-api.ts';
import { randomFrom, type Random } from '../../tests/simulator/lively-shop/random.ts';
import { noChoice } from '../../tests/support/no-choice.ts';
import { daysBefore } from '../../tests/support/rest-order.ts';
import { isDatabaseAway } from './crash-postgres.ts';
import type { Crew } from './crew.ts';
import { chaosOrder, orderKinds, type OrderKind } from './shop-orders.ts';

export interface RunTally {
  actions: number;
}

interface Life {
  readonly until: number;
  readonly signal: AbortSignal;
  readonly tally: RunTally;
}

interface Row {
  readonly id: SuggestionId;
  readonly order_id: string;
  readonly version: number;
  readonly state: string;
  readonly amount: string;
  readonly currency: string;
}

/** A shop with some orders; what it answers is its life under chaos: people who click, undo, dismiss and interfere. */
export function openShop(options: {
  readonly api: ShopifyApi;
  readonly crew: Crew;
  readonly pool: pg.Pool;
  readonly shop: string;
  readonly seed: number;
}) {
  const { api, shop, seed } = options;
  const random = randomFrom(seed);
  const orders = Array.from({ length: random.whole(2, 4) }, () =>
    loadOrder(api, shop, random, random.pick(orderKinds)),
  );
  /** Its people go at that instant, milliseconds since 1970. */
  return async ({ until, signal, tally }: Life) => {
    while (Date.now() < until && !signal.aborted) {
      await sleep(random.whole(500, 9500));
      tally.actions += 1;
      await act({ ...options, random, orders });
    }
  };
}

function loadOrder(api: ShopifyApi, shop: string, random: Random, kind: OrderKind): string {
  const order = chaosOrder(random, kind);
  const loaded = api.loadOrder(shop, order);
  if (loaded.outcome === 'rejected') throw new Error(loaded.reason);
  const { orderId } = loaded;
  if (kind === 'silent' || kind === 'complains') {
    const parcel = api.addFulfillment(shop, orderId, {
      trackingCompany: 'USPS',
      trackingNumber: '94',
      createdAt: daysBefore(kind === 'silent' ? 24 : 15),
    });
    const scanned = kind === 'silent' ? 23 : 8;
    const status = kind === 'silent' ? 'IN_TRANSIT' : 'DELIVERED';
    api.addScan(shop, parcel, { status, happenedAt: daysBefore(scanned) });
  }
  if (kind === 'complains') {
    const [line] = order['line_items'] as { readonly id: number }[];
    api.requestReturn(shop, orderId, {
      lines: [
        { lineItemId: String(line?.id), quantity: 1, reason: 'defective', note: 'arrived broken' },
      ],
    });
  }
  api.announceOrder(shop, orderId);
  if (kind === 'cancelled') api.cancelOrder(shop, orderId);
  return orderId;
}

interface Acting {
  readonly api: ShopifyApi;
  readonly crew: Crew;
  readonly pool: pg.Pool;
  readonly shop: string;
  readonly random: Random;
  /** New ones come in. */
  readonly orders: string[];
}

async function act(acting: Acting): Promise<void> {
  const { api, pool, shop, random, orders } = acting;
  const rows = await suggestionsOf(pool, shop);
  const chance = random.next();
  const row = rows[random.whole(0, Math.max(0, rows.length - 1))];
  if (row && chance < 0.45) return refund(acting, row);
  if (row && chance < 0.6) return click(acting, row, { click: 'undo' });
  if (row && chance < 0.63) return click(acting, row, { click: 'dismiss', version: row.version });
  if (row && chance < 0.68) {
    const ticked = rows
      .filter(({ state }) => state === 'open')
      .map(({ id, version }) => ({ suggestionId: id, version }));
    if (ticked.length > 0) return click(acting, row, { click: 'bulk', ticked });
  }
  if (chance < 0.72)
    return trySometimes(() => {
      const order = orders[random.whole(0, orders.length - 1)] ?? '';
      api.refundElsewhere(shop, order, '3');
    });
  if (chance < 0.76)
    return trySometimes(() => {
      const order = orders[random.whole(0, orders.length - 1)] ?? '';
      api.addFulfillment(shop, order, { trackingCompany: 'USPS', trackingNumber: '95' });
    });
  if (chance < 0.82) return settlePending(acting);
  if (chance < 0.86)
    return trySometimes(() => {
      api.announceOrder(shop, orders[random.whole(0, orders.length - 1)] ?? '');
    });
  if (chance < 0.88) orders.push(loadOrder(api, shop, random, random.pick(orderKinds)));
}

/** What a shop's people try and Shopify refuses is no news. */
async function trySometimes(deed: () => void): Promise<void> {
  try {
    deed();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return Promise.resolve();
}

async function settlePending({ api, shop, random, orders }: Acting): Promise<void> {
  for (const orderId of orders) {
    for (const { id, transactions } of api.order(shop, orderId)?.refunds ?? []) {
      if (!transactions.some(({ status }) => status === 'PENDING')) continue;
      await trySometimes(() => {
        api.settleRefund(shop, id, random.chance(0.8) ? 'SUCCESS' : 'FAILURE');
      });
    }
  }
}

/** As it is, or by a choice; once, or by two people at the same moment; by what was seen, or by what was seen long ago. */
async function refund(acting: Acting, row: Row): Promise<void> {
  const { random } = acting;
  const version = random.chance(0.1) ? Math.max(1, row.version - 1) : row.version;
  const chosen = random.chance(0.2) ? { chosen: choiceOf(row, random) } : {};
  const one = () => click(acting, row, { click: 'refund', version, ...chosen });
  await Promise.all(random.chance(0.25) ? [one(), one()] : [one()]);
}

function choiceOf({ currency }: Row, random: Random) {
  const amount = random.pick(['1', '2', '3']);
  const choice: RefundChoice = { ...noChoice, goodwill: amount };
  const places = currency === 'JPY' ? 0 : currency === 'KWD' ? 3 : 2;
  const shown = Number(amount).toFixed(places) as Decimal;
  return { choice, amount: { amount: shown, currencyCode: currency as CurrencyCode } };
}

async function click(
  { crew, shop, random }: Acting,
  row: Row,
  asked: Parameters<Crew['ask']>[0]['click'],
): Promise<void> {
  const actor = random.pick(['staff:1', 'staff:2']) as Actor;
  await crew.ask({ shop: shop as ShopDomain, actor, suggestionId: row.id, click: asked });
}

/** What people have on their screens: nothing while the database is away. */
async function suggestionsOf(pool: pg.Pool, shop: string): Promise<readonly Row[]> {
  try {
    const { rows } = await pool.query<Row>(
      `select id, order_id, version, state, amount::text, currency from suggestion where shop = $1
       and state not in ('dismissed', 'withdrawn')`,
      [shop],
    );
    return rows;
  } catch (error) {
    if (isDatabaseAway(error)) return [];
    throw error;
  }
}
