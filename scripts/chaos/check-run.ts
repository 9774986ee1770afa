import type pg from 'pg';
import type { SimulatedOrder } from '../../tests/simulator/api/shopify-api.ts';

/** What must never be; every figure is to be zero. */
export interface Faultless {
  /** Refunds at Shopify beyond the first of one intent, or of one suggestion. */
  duplicates: number;
  /** Orders of which more went back than came in, though the app could know. */
  overRefunds: number;
  /** Intents that were paid and are not known to be, or are said to be paid and were not. */
  lostIntents: number;
  /** Intents that are still open when all has been quiet for long. */
  unsettled: number;
  /** Refunds in another currency or of another sum than was written down. */
  wrongCurrency: number;
  /** Changes of state that nobody wrote down. */
  auditGaps: number;
}

export const faultless = (): Faultless => ({
  duplicates: 0,
  overRefunds: 0,
  lostIntents: 0,
  unsettled: 0,
  wrongCurrency: 0,
  auditGaps: 0,
});

interface AttemptRow {
  readonly id: string;
  readonly order_id: string;
  readonly suggestion_id: string;
  readonly state: string;
  readonly amount: string;
  readonly currency: string;
  readonly problem: string | null;
  readonly path: string;
  readonly kinds: readonly string[];
}

const open = new Set(['intended', 'sent', 'unknown']);

/** Holds what the app believes of a shop's orders against what Shopify's own books say. */
export async function checkShop({
  pool,
  shop,
  orders,
  crossed,
}: {
  readonly pool: pg.Pool;
  readonly shop: string;
  readonly orders: readonly SimulatedOrder[];
  /** Refunds that were made while a call of the app had arrived at Shopify and was not performed. */
  readonly crossed: ReadonlySet<string>;
}): Promise<{
  readonly found: Faultless;
  readonly refunds: number;
  /** Too old to be sent again and not at Shopify: the one state in which a person has to look. */
  readonly handedOver: number;
  /** Orders of which more went back than came in by a refund elsewhere that crossed the app's own at Shopify: nobody could know. */
  readonly crossings: number;
  readonly stories: readonly string[];
}> {
  const found = faultless();
  const stories: string[] = [];
  const note = (kind: keyof Faultless, story: string) => {
    found[kind] += 1;
    stories.push(`${kind}: ${shop} ${story}`);
  };
  const { rows } = await pool.query<AttemptRow>(
    `select id, order_id, suggestion_id, state, amount::text, currency, problem, request ->> 'path' as path,
       array(select kind from audit_event where shop = $1 and suggestion_id = a.suggestion_id) as kinds
     from refund_attempt a where shop = $1`,
    [shop],
  );
  const refundsOf = (order: SimulatedOrder, id: string) =>
    order.refunds.filter((refund) => refund.note?.includes(id));
  let refunds = 0;
  let handedOver = 0;
  let crossings = 0;
  for (const order of orders) {
    const attempts = rows.filter((row) => row.order_id === order.id);
    const received = sum(order, (kind, status) => kind === 'SALE' && status === 'SUCCESS');
    const back = sum(order, (kind, status) => kind === 'REFUND' && status !== 'FAILURE');
    if (back > received + 1e-9) {
      const ids = attempts.map(({ id }) => id);
      if (back - crossedOf(order, ids, crossed) > received + 1e-9) {
        note('overRefunds', `${order.name}: ${back} of ${received}`);
      } else {
        crossings += 1;
      }
    }
    for (const attempt of attempts) {
      const mine = refundsOf(order, attempt.id);
      refunds += mine.length;
      if (mine.length > 1) note('duplicates', `${order.name}: ${mine.length} of ${attempt.id}`);
      checkAttempt(attempt, mine.length, note);
      if (attempt.problem === 'not-found-at-shopify' && mine.length === 0) handedOver += 1;
      for (const { transactions } of mine) {
        const amount = transactions.reduce((total, each) => total + Number(each.amount), 0);
        const other = transactions.some(({ currency }) => currency !== attempt.currency);
        if (other || Math.abs(amount - Number(attempt.amount)) > 1e-9) {
          note(
            'wrongCurrency',
            `${order.name}: ${amount} for ${attempt.amount} ${attempt.currency}`,
          );
        }
      }
    }
    const paid = new Map<string, number>();
    for (const { suggestion_id: id, id: attempt } of attempts) {
      paid.set(id, (paid.get(id) ?? 0) + refundsOf(order, attempt).length);
    }
    for (const [id, times] of paid) {
      if (times > 1) note('duplicates', `${order.name}: suggestion ${id} was paid ${times} times`);
    }
  }
  return { found, refunds, handedOver, crossings, stories };
}

function checkAttempt(
  { id, state, problem, path, kinds }: AttemptRow,
  atShopify: number,
  note: (kind: keyof Faultless, story: string) => void,
): void {
  if (atShopify > 0 && state !== 'refunded') note('lostIntents', `${id} was paid and is ${state}`);
  if (atShopify === 0 && state === 'refunded' && path !== 'void') {
    note('lostIntents', `${id} is refunded and Shopify knows nothing of it`);
  }
  if (open.has(state) && problem !== 'not-found-at-shopify') {
    note('unsettled', `${id} is ${state} (${problem ?? 'no problem'})`);
  }
  const wanted = ['suggestion-approved', ...(auditOf[state] ?? [])];
  for (const kind of wanted) {
    if (!kinds.includes(kind)) note('auditGaps', `${id} is ${state} without ${kind}`);
  }
}

const auditOf: Readonly<Record<string, readonly string[]>> = {
  refunded: ['refund-sent', 'refund-made'],
  rejected: ['refund-sent', 'refund-rejected'],
  undone: ['approval-undone'],
  stopped: ['approval-stopped'],
};

/** What went back elsewhere while a call of the app was on its way; the app's own refunds never count. */
function crossedOf(
  order: SimulatedOrder,
  attempts: readonly string[],
  crossed: ReadonlySet<string>,
): number {
  return order.refunds
    .filter(({ id, note }) => crossed.has(id) && !attempts.some((each) => note?.includes(each)))
    .flatMap(({ transactions }) => transactions)
    .filter(({ status }) => status !== 'FAILURE')
    .reduce((total, { amount }) => total + Number(amount), 0);
}

function sum(order: SimulatedOrder, counts: (kind: string, status: string) => boolean): number {
  return order.transactions
    .filter(({ kind, status }) => counts(kind, status))
    .reduce((total, { amount }) => total + Number(amount), 0);
}
