import { z } from 'zod';
import type { ShopDomain } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { Tx } from './database.server.ts';
import { jsonOf } from './json-column.ts';

/** What Flow was answered about a run. */
export interface FlowAnswer {
  readonly status: number;
  readonly code: string;
  /** For the merchant, who reads it in the workflow's log. */
  readonly message: string;
}

const answered = z.object({ status: z.number().int(), code: z.string(), message: z.string() });

interface Run {
  readonly shop: ShopDomain;
  readonly runId: string;
}

export type TakeRunOutcome =
  | { readonly outcome: 'taken' }
  | { readonly outcome: 'answered'; readonly answer: FlowAnswer }
  /** Another request works on it. */
  | { readonly outcome: 'under-way' };

/** Lets one request work on a run; one that never came to an end is taken up after two minutes. */
export async function takeRun(tx: Tx, { shop, runId }: Run, now: Instant): Promise<TakeRunOutcome> {
  const taken = await tx.$executeRaw`
    insert into flow_run (shop, run_id, taken_at) values (${shop}, ${runId}, ${now}::timestamptz)
    on conflict (shop, run_id) do update set taken_at = excluded.taken_at
      where flow_run.answer is null and flow_run.taken_at < excluded.taken_at - interval '2 minutes'`;
  if (taken > 0) return { outcome: 'taken' };
  const row = await tx.flowRun.findUnique({ where: { shop_runId: { shop, runId } } });
  return row?.answer
    ? { outcome: 'answered', answer: answered.parse(row.answer) }
    : { outcome: 'under-way' };
}

export async function answerRun(tx: Tx, { shop, runId }: Run, answer: FlowAnswer): Promise<void> {
  await tx.flowRun.updateMany({ where: { shop, runId }, data: { answer: jsonOf(answer) } });
}

/** It came to nothing for a reason that passes: the next request works on it anew. */
export async function releaseRun(tx: Tx, { shop, runId }: Run): Promise<void> {
  await tx.flowRun.deleteMany({ where: { shop, runId } });
}

export async function forgetRuns(tx: Tx, shop: ShopDomain, before: Instant): Promise<void> {
  await tx.flowRun.deleteMany({ where: { shop, takenAt: { lt: before } } });
}
