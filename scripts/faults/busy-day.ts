import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  decide,
  load,
  setHold,
  suggested,
  type SuggestionRow,
} from '../../tests/support/decide.ts';
import { lateDispatchOrder } from '../../tests/support/rest-order.ts';
import { shopDomain, startStage, type Stage } from '../../tests/support/stage.ts';
import { isDatabaseAway } from '../chaos/crash-postgres.ts';
import type { Run } from '../run/with-undo.ts';
import type { Fault } from './fault.ts';

/** Orders whose refund is clicked just before or during the fault. */
const toPay = 8;
/** Orders of which Shopify tells during the fault. */
const toTell = 40;
/** Shopify's own patience with one delivery, cut short. */
const tellsForMs = 240_000;
const recoversWithinMs = 240_000;

/** What came of a day on which something went wrong. */
export interface Reckoning {
  readonly fault: string;
  readonly deliveries: number;
  /** Answers that were no 200: Shopify sends those again. */
  readonly refused: number;
  readonly slowestAnswerMs: number;
  readonly refunds: number;
  /** Deliveries that were acknowledged and made no suggestion, and refunds that were approved and not made. */
  readonly lost: number;
  /** Suggestions and refunds above one for an order. */
  readonly duplicated: number;
  /** From the end of the fault until nothing was left to do; back-offs are cut short. */
  readonly recoveredMs: number | null;
}

export async function liveThrough(run: Run, fault: Fault): Promise<Reckoning> {
  const stage = await startStage(fault.postgres === undefined ? {} : { postgres: fault.postgres });
  let isClosed = false;
  const close = async () => {
    if (isClosed) return;
    isClosed = true;
    await stage.close();
  };
  run.atEnd('the app', close);
  await stage.install();
  await setHold(stage, 2);
  const owed: SuggestionRow[] = [];
  for (let index = 0; index < toPay; index += 1)
    owed.push(await suggested(stage, lateDispatchOrder()));
  const told = Array.from({ length: toTell }, () => load(stage, lateDispatchOrder()));

  // Half of the refunds are in their hold when it begins; the others are clicked in the midst of it.
  const [before, during] = [owed.slice(0, toPay / 2), owed.slice(toPay / 2)];
  const approved: SuggestionRow[] = [];
  const click = async (suggestion: SuggestionRow) => {
    if (await isApproved(stage, suggestion)) approved.push(suggestion);
  };
  await Promise.all(before.map(click));
  const end = await fault.begin(stage);
  const telling = tellAll(stage, told);
  const clicking = Promise.all(during.map(click));
  try {
    await sleep(fault.lastsMs, null, { signal: run.signal });
  } finally {
    await end();
  }
  const from = performance.now();
  const [answers] = await Promise.all([telling, clicking]);
  const isOver = await settled(stage, { told, approved }, run.signal);
  const recoveredMs = isOver ? Math.round(performance.now() - from) : null;
  const reckoning = await reckon(stage, { told, approved, owed });
  await close();
  return {
    fault: fault.fault,
    deliveries: answers.length,
    refused: answers.filter(({ status }) => status !== 200).length,
    slowestAnswerMs: Math.round(Math.max(...answers.map(({ milliseconds }) => milliseconds))),
    refunds: approved.length,
    ...reckoning,
    recoveredMs,
  };
}

/** True when the app said so; a click that got no answer is not clicked again. */
async function isApproved(stage: Stage, suggestion: SuggestionRow): Promise<boolean> {
  try {
    return (await decide(stage, suggestion, 'refund'))['outcome'] === 'approved';
  } catch {
    // No answer, or none that can be read: what the merchant sees, who will look again.
    return false;
  }
}

interface Told {
  readonly status: number | null;
  readonly milliseconds: number;
}

/** As Shopify does: each until it is acknowledged, by the same id. */
async function tellAll(stage: Stage, orderIds: readonly string[]): Promise<readonly Told[]> {
  const { api } = stage.simulator;
  const answers: Told[] = [];
  const until = Date.now() + tellsForMs;
  await Promise.all(
    orderIds.map(async (orderId, index) => {
      await sleep(index * 50);
      const topic = 'orders/create';
      const webhookId = randomUUID();
      const body = api.payloadOf(shopDomain, topic, orderId);
      for (let pause = 250; Date.now() < until; pause = Math.min(pause * 2, 4000)) {
        const answer = await api.deliver({ shop: shopDomain, topic, body, webhookId });
        answers.push(answer);
        if (answer.status === 200) return;
        await sleep(pause);
      }
    }),
  );
  return answers;
}

interface Day {
  readonly told: readonly string[];
  readonly approved: readonly SuggestionRow[];
}

/** Waits until all that was told is judged and all that was approved is paid; false when that does not come. */
async function settled(
  stage: Stage,
  { told, approved }: Day,
  signal: AbortSignal,
): Promise<boolean> {
  const until = Date.now() + recoversWithinMs;
  while (Date.now() < until) {
    await sleep(250, null, { signal });
    try {
      await stage.query(
        `update pgboss.job set start_after = now() where state in ('created', 'retry') and start_after > now()
         and name in ('look', 'delivery', 'refund')`,
      );
      const [left] = await stage.query<{ n: number }>(
        `select ((select $1::int - count(distinct order_id) from suggestion where order_id = any($2)) +
          (select count(*) from refund_attempt where state in ('intended', 'sent', 'unknown')) +
          (select $3::int - count(*) from suggestion where id = any($4::uuid[]) and state = 'refunded') +
          (select count(*) from inbox_delivery where drained_at is null and dead_at is null))::int as n`,
        [told.length, told, approved.length, approved.map(({ id }) => id)],
      );
      if (left?.n === 0) return true;
    } catch (error) {
      // It is on its way back; where it does not come, nothing is settled.
      if (!isDatabaseAway(error)) throw error;
    }
  }
  return false;
}

async function reckon(
  stage: Stage,
  { told, approved, owed }: Day & { readonly owed: readonly SuggestionRow[] },
) {
  const rows = await stage.query<{ order_id: string; n: number }>(
    'select order_id, count(*)::int as n from suggestion where order_id = any($1) group by 1',
    [told],
  );
  const refundsOf = ({ order_id: id }: SuggestionRow) =>
    stage.simulator.api.order(shopDomain, id)?.refunds.length ?? 0;
  const above = (counts: readonly number[]) =>
    counts.reduce((sum, count) => sum + Math.max(0, count - 1), 0);
  return {
    lost: told.length - rows.length + approved.filter((one) => refundsOf(one) === 0).length,
    duplicated: above(rows.map(({ n }) => n)) + above(owed.map(refundsOf)),
  };
}
