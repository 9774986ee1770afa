import type { BackTest as BackTestRow } from '#generated/prisma/client.ts';
import type {
  BackTest,
  BackTestId,
  BackTestState,
  BackTestStep,
  TestedOrder,
} from '../domain/backtest/back-test.ts';
import type { Truth } from '../domain/backtest/outcome.ts';
import { emptySummary, type Summary } from '../domain/backtest/summary.ts';
import type { Gid, ShopDomain } from '../domain/ids.ts';
import { parseMoney } from '../domain/money.ts';
import type { SettingChanges } from '../domain/policy/change-settings.ts';
import type { Policy } from '../domain/policy.ts';
import type { GroundId } from '../domain/scenarios/ground-ids.ts';
import { instantAt, type Instant } from '../domain/time.ts';
import type { Tx } from './database.server.ts';
import { instantOf, maybeInstantOf } from './instant-column.ts';

/** Begins a back-test; false while another one of the shop runs. */
export async function createBackTest(
  tx: Tx,
  shop: ShopDomain,
  test: {
    readonly id: BackTestId;
    readonly changes: SettingChanges;
    readonly policy: Policy;
    readonly policyVersion: number;
    readonly until: Instant;
    readonly total: number;
    readonly now: Instant;
  },
): Promise<boolean> {
  const { id, changes, policy, policyVersion, until, total, now } = test;
  const created = await tx.$executeRaw`
    insert into back_test (id, shop, state, changes, policy, policy_version, asked_at, until, total, sums)
    values (${id}::uuid, ${shop}, 'running', ${JSON.stringify(changes)}::jsonb, ${JSON.stringify(policy)}::jsonb,
      ${policyVersion}, ${now}::timestamptz, ${until}::timestamptz, ${total}, ${JSON.stringify(emptySummary)}::jsonb)
    on conflict do nothing`;
  return created > 0;
}

/** The one that runs; null for none. */
export async function findBackTestStep(tx: Tx, shop: ShopDomain): Promise<BackTestStep | null> {
  const row = await tx.backTest.findFirst({ where: { shop, state: 'running' } });
  return row && { ...backTestFrom(row), policy: row.policy as unknown as Policy, after: row.after };
}

export async function findBackTest(
  tx: Tx,
  shop: ShopDomain,
  id: BackTestId,
): Promise<BackTest | null> {
  const row = await tx.backTest.findFirst({ where: { id, shop } });
  return row && backTestFrom(row);
}

/** Newest first. */
export async function listBackTests(
  tx: Tx,
  shop: ShopDomain,
  limit: number,
): Promise<readonly BackTest[]> {
  const rows = await tx.backTest.findMany({
    where: { shop },
    orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  return rows.map(backTestFrom);
}

function backTestFrom(row: BackTestRow): BackTest {
  return {
    id: row.id as BackTestId,
    state: row.state as BackTestState,
    changes: row.changes as unknown as BackTest['changes'],
    policyVersion: row.policyVersion,
    askedAt: instantOf(row.askedAt),
    finishedAt: maybeInstantOf(row.finishedAt),
    until: instantOf(row.until),
    judged: row.judged,
    total: row.total,
    summary: row.sums as unknown as Summary,
    problem: row.problem,
  };
}

/** Writes what some orders came to, and how far that is; false when it runs no more, and nothing was written. */
export async function writeBackTestBatch(
  tx: Tx,
  shop: ShopDomain,
  batch: {
    readonly id: BackTestId;
    readonly after: string;
    readonly judged: number;
    readonly summary: Summary;
    readonly orders: readonly TestedOrder[];
  },
): Promise<boolean> {
  const { id, after, judged, summary, orders } = batch;
  const noted = await tx.$executeRaw`
    update back_test set after = ${after}, judged = judged + ${judged}, sums = ${JSON.stringify(summary)}::jsonb
    where id = ${id}::uuid and shop = ${shop} and state = 'running'`;
  if (noted === 0) return false;
  const rows = orders.map(({ act, value, ...order }) => ({
    order_id: order.orderId,
    order_name: order.orderName,
    placed_at: order.placedAt,
    value: value.amount,
    currency: value.currencyCode,
    truth: order.truth,
    seen_by: order.seenBy,
    act_at: act?.at ?? null,
    ground: act?.ground ?? null,
    amount: act?.amount.amount ?? null,
    probability: act?.probability ?? null,
    break_even: act?.breakEven ?? null,
  }));
  await tx.$executeRaw`
    insert into back_test_order (back_test_id, shop, order_id, order_name, placed_at, value, currency, truth,
      seen_by, act_at, ground, amount, probability, break_even)
    select ${id}::uuid, ${shop}, * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(
      order_id text, order_name text, placed_at timestamptz, value numeric, currency text, truth text, seen_by text,
      act_at timestamptz, ground text, amount numeric, probability float8, break_even float8)
    on conflict (back_test_id, order_id) do nothing`;
  return true;
}

/** Ends it; false when it had ended already. */
export async function endBackTest(
  tx: Tx,
  shop: ShopDomain,
  end: {
    readonly id: BackTestId;
    readonly state: Exclude<BackTestState, 'running'>;
    readonly problem: string | null;
    readonly now: Instant;
  },
): Promise<boolean> {
  const { id, state, problem, now } = end;
  const ended = await tx.backTest.updateMany({
    where: { id, shop, state: 'running' },
    data: { state, problem, finishedAt: now },
  });
  return ended.count > 0;
}

interface OrderRow {
  readonly order_id: string;
  readonly order_name: string;
  readonly placed_at: Date;
  readonly value: string;
  readonly currency: string;
  readonly truth: string;
  readonly seen_by: string | null;
  readonly act_at: Date | null;
  readonly ground: string | null;
  readonly amount: string | null;
  readonly probability: number | null;
  readonly break_even: number | null;
}

function testedFrom(row: OrderRow): TestedOrder {
  const { act_at: at, ground, amount } = row;
  return {
    orderId: row.order_id as Gid<'Order'>,
    orderName: row.order_name,
    placedAt: instantAt(row.placed_at.getTime()),
    value: parseMoney(row.value, row.currency),
    truth: row.truth as Truth,
    seenBy: row.seen_by as GroundId | null,
    act:
      at === null || ground === null || amount === null
        ? null
        : {
            at: instantAt(at.getTime()),
            ground: ground as GroundId,
            amount: parseMoney(amount, row.currency),
            probability: row.probability ?? 0,
            breakEven: row.break_even,
          },
  };
}

/** Some of each way of coming out, spread evenly: no favourites, and the same ones each time. */
export async function sampleTestedOrders(
  tx: Tx,
  shop: ShopDomain,
  { id, each }: { readonly id: BackTestId; readonly each: number },
): Promise<readonly TestedOrder[]> {
  const rows = await tx.$queryRaw<OrderRow[]>`
    select order_id, order_name, placed_at, value::text as value, currency, truth, seen_by, act_at, ground,
      amount::text as amount, probability, break_even
    from (
      select *, row_number() over (
        partition by truth, act_at is null order by md5(order_id)) as place
      from back_test_order where back_test_id = ${id}::uuid and shop = ${shop}
    ) sample where place <= ${each} order by act_at is null, truth, placed_at`;
  return rows.map(testedFrom);
}

/** Pages of all of them, for a file. */
export async function readTestedOrders(
  tx: Tx,
  shop: ShopDomain,
  { id, after, limit }: { readonly id: BackTestId; readonly after: string; readonly limit: number },
): Promise<readonly TestedOrder[]> {
  const rows = await tx.$queryRaw<OrderRow[]>`
    select order_id, order_name, placed_at, value::text as value, currency, truth, seen_by, act_at, ground,
      amount::text as amount, probability, break_even
    from back_test_order where back_test_id = ${id}::uuid and shop = ${shop} and order_id > ${after}
    order by order_id limit ${limit}`;
  return rows.map(testedFrom);
}

/** An order that two back-tests treat otherwise. Null: that one neither acted on it nor missed it. */
export interface DifferingOrder {
  readonly one: TestedOrder | null;
  readonly other: TestedOrder | null;
}

/** Orders acted on by one of two back-tests only, or on another day or for another reason; and how many there are. */
export async function readDiffering(
  tx: Tx,
  shop: ShopDomain,
  {
    ids: [one, other],
    limit,
  }: { readonly ids: readonly [BackTestId, BackTestId]; readonly limit: number },
): Promise<{ readonly count: number; readonly orders: readonly DifferingOrder[] }> {
  const rows = await tx.$queryRaw<
    { one: OrderRow | null; other: OrderRow | null; total: number }[]
  >`
    select to_jsonb(one) || jsonb_build_object('value', one.value::text, 'amount', one.amount::text) as one,
      to_jsonb(other) || jsonb_build_object('value', other.value::text, 'amount', other.amount::text) as other, count(*) over ()::int as total
    from (select * from back_test_order where back_test_id = ${one}::uuid and shop = ${shop}) one
    full join (select * from back_test_order where back_test_id = ${other}::uuid and shop = ${shop}) other using (order_id)
    where (one.act_at is not null or other.act_at is not null)
      and (one.act_at, one.ground) is distinct from (other.act_at, other.ground)
    order by order_id limit ${limit}`;
  const from = (row: OrderRow | null) => row && testedFrom(plainRow(row));
  return {
    count: rows[0]?.total ?? 0,
    orders: rows.map((row) => ({ one: from(row.one), other: from(row.other) })),
  };
}

/** A row that came as JSON, with its instants as a plain one has them. */
function plainRow(row: OrderRow): OrderRow {
  return {
    ...row,
    placed_at: new Date(row.placed_at),
    act_at: row.act_at && new Date(row.act_at),
  };
}
