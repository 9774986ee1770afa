import { randomUUID } from 'node:crypto';
import { createBackTest, endBackTest, findBackTestStep } from '../db/back-tests.server.ts';
import { inTransaction } from '../db/database.server.ts';
import { findDoneImport } from '../db/history-imports.server.ts';
import { countHistoryOrders } from '../db/history-orders.server.ts';
import { findShop, readOwnPolicy } from '../db/shops.server.ts';
import { parseBackTestId, type BackTestId } from '../domain/backtest/back-test.ts';
import type { NonEmpty } from '../domain/claim.ts';
import type { ShopDomain } from '../domain/ids.ts';
import { changeSettings, type SettingChanges } from '../domain/policy/change-settings.ts';
import type { PolicyProblem } from '../domain/policy/policy-problem.ts';
import type { Line } from './line.server.ts';

export type StartBackTestOutcome =
  | { readonly outcome: 'started'; readonly id: BackTestId }
  | { readonly outcome: 'runs-already' }
  /** Past orders were not read yet, or there are none. */
  | { readonly outcome: 'no-history' }
  | { readonly outcome: 'invalid'; readonly problems: NonEmpty<PolicyProblem> };

/** Has the stored history judged by the shop's policy with some changes, or none. */
export async function startBackTest(
  { db, queue, now }: Pick<Line, 'db' | 'queue' | 'now'>,
  shop: ShopDomain,
  changes: SettingChanges,
): Promise<StartBackTestOutcome> {
  const merchant = await findShop(db.prisma, shop);
  const history = await findDoneImport(db.prisma, shop);
  const total = await countHistoryOrders(db.prisma, shop);
  if (!merchant || !history || total === 0) return { outcome: 'no-history' };
  const changed = changeSettings(await readOwnPolicy(db.prisma, shop), changes);
  if (changed.outcome === 'invalid') return { outcome: 'invalid', problems: changed.problems };
  const id = parseBackTestId(randomUUID());
  if (!id) throw new Error('a UUID that is none');
  return inTransaction(db, async (tx, sql) => {
    const isCreated = await createBackTest(tx, shop, {
      id,
      changes,
      policy: changed.policy,
      policyVersion: merchant.policyVersion,
      until: history.askedAt,
      total,
      now: now(),
    });
    if (!isCreated) return { outcome: 'runs-already' };
    await queue.requestBackTest({ shop }, sql);
    return { outcome: 'started', id };
  });
}

/** Stops the one that runs; false where none does. */
export async function cancelBackTest(
  { db, now }: Pick<Line, 'db' | 'now'>,
  shop: ShopDomain,
): Promise<boolean> {
  const running = await findBackTestStep(db.prisma, shop);
  if (!running) return false;
  const { id } = running;
  return endBackTest(db.prisma, shop, { id, state: 'cancelled', problem: null, now: now() });
}
