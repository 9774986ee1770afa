import { writeAuditEvent } from '../db/audit-events.server.ts';
import {
  keepAutomaticVerdict,
  meanVerdictAmount,
  readGroundRecords,
} from '../db/automatic-verdicts.server.ts';
import type { Tx } from '../db/database.server.ts';
import type { AutomaticJob, Queue, SqlRunner } from '../db/queue.server.ts';
import { findShop, readOwnPolicy, writeOwnPolicy, type Shop } from '../db/shops.server.ts';
import { findSuggestion } from '../db/suggestions.server.ts';
import {
  fallsShort,
  isProven,
  machineVerdict,
  precisionOf,
  type GroundRecord,
} from '../domain/automation.ts';
import type { OrderFacts } from '../domain/order-facts.ts';
import { changeSettings } from '../domain/policy/change-settings.ts';
import { breakEvenAt } from '../domain/remedy/break-even.ts';
import type { BrokenLimit } from '../domain/remedy/limits.ts';
import type { Suggestion } from '../domain/suggestion.ts';
import type { Instant } from '../domain/time.ts';
import { approve, type ApproveOutcome } from './approve.server.ts';
import type { Line } from './line.server.ts';

/**
 * What the machine makes of a suggestion that is new or has changed: it writes down that it would pay, and pays where the merchant
 * turned that on for the ground and people have decided as it would have.
 */
export async function considerPaying(
  tx: Tx,
  about: {
    readonly queue: Queue;
    readonly sql: SqlRunner;
    readonly merchant: Shop;
    readonly suggestion: Suggestion;
    readonly order: OrderFacts;
    readonly now: Instant;
  },
): Promise<void> {
  const { queue, sql, merchant, suggestion, order, now } = about;
  const { shop, id: suggestionId, amount } = suggestion;
  const verdict = machineVerdict(suggestion, merchant.policy);
  if (verdict.verdict === 'leaves') return;
  const { ground } = verdict;
  await keepAutomaticVerdict(tx, { shop, suggestionId, ground, amount, at: now });
  if (verdict.mode === 'shadow') return;
  const [record] = await readGroundRecords(tx, shop, { now, ground });
  if (record) {
    const mean = await meanVerdictAmount(tx, shop, { ground, like: amount, now });
    const breakEven = breakEvenAt(mean, order.payment, merchant.policy);
    if (breakEven !== null && fallsShort(record, breakEven)) {
      await leaveAutomation(tx, merchant, { record, breakEven, now });
      return;
    }
  }
  // People decided otherwise too often since it was turned on: it only watches again.
  if (!record || !isProven(record)) return;
  if (suggestion.decidedBy !== null) return;
  await queue.requestAutomatic({ shop, suggestionId }, sql);
}

/** The ground only watches from now on, by the policy itself: whoever turns it on again sees why it went. */
async function leaveAutomation(
  tx: Tx,
  { domain: shop, policyVersion: version }: Shop,
  {
    record,
    breakEven,
    now,
  }: { readonly record: GroundRecord; readonly breakEven: number; readonly now: Instant },
): Promise<void> {
  const { ground } = record;
  const changed = changeSettings(await readOwnPolicy(tx, shop), {
    [`automatic.${ground}`]: 'shadow',
  });
  if (changed.outcome === 'invalid') throw new Error(`automatic.${ground} cannot be set`);
  // Somebody changes the settings right now: the next look finds the same.
  if (!(await writeOwnPolicy(tx, shop, { policy: changed.own, version }))) return;
  await writeAuditEvent(tx, {
    shop,
    orderId: null,
    suggestionId: null,
    at: now,
    actor: 'system',
    kind: 'automation-left',
    params: {
      ground,
      right: percentOf(precisionOf(record).share ?? 0),
      needed: percentOf(breakEven),
    },
  });
}

function percentOf(share: number): number {
  return Math.round(share * 100);
}

export type PayAutomaticallyOutcome =
  | ApproveOutcome
  /** Somebody had the suggestion in hand, or the machine had its try. */
  | { readonly outcome: 'left-to-people' };

/** Twice: Shopify's own sum is known after the first. */
const tries = 2;

/** The click that nobody makes: the same approval as a person's, under the machine's limits and with its longer hold. */
export async function payAutomatically(
  line: Line,
  job: AutomaticJob,
): Promise<PayAutomaticallyOutcome> {
  return payByMachine(line, job, (suggestion) => mayPay(line.db.prisma, suggestion));
}

/** Approves what may be paid without a person by what holds in the moment before. */
export async function payByMachine(
  line: Line,
  { shop, suggestionId }: AutomaticJob,
  mayBePaid: (suggestion: Suggestion) => Promise<boolean>,
): Promise<PayAutomaticallyOutcome> {
  let came: PayAutomaticallyOutcome = { outcome: 'left-to-people' };
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const suggestion = await findSuggestion(line.db.prisma, shop, suggestionId);
    if (!suggestion || !(await mayBePaid(suggestion))) {
      return { outcome: 'left-to-people' };
    }
    const { version } = suggestion;
    came = await approve(line, { shop, suggestionId, version, actor: 'system', checked: [] });
    if (came.outcome === 'over-limit') await recordCapped(line, suggestion, came);
    if (came.outcome !== 'stale') return came;
  }
  return came;
}

/** Nothing was paid: people find out from the trail, and the overview counts it. */
async function recordCapped(
  { db, now }: Line,
  { shop, orderId, id }: Suggestion,
  { limit, most }: BrokenLimit,
): Promise<void> {
  await writeAuditEvent(db.prisma, {
    shop,
    orderId,
    suggestionId: id,
    at: now(),
    actor: 'system',
    kind: 'automation-capped',
    params: { [limit]: { kind: 'money', money: most } },
  });
}

/** By what holds now. What was decided once, and undone, stopped or put off since, is people's business. */
async function mayPay(tx: Tx, suggestion: Suggestion): Promise<boolean> {
  const { shop, state, decidedBy } = suggestion;
  const merchant = await findShop(tx, shop);
  if (!merchant || state !== 'open' || decidedBy !== null) return false;
  const verdict = machineVerdict(suggestion, merchant.policy);
  return verdict.verdict === 'pays' && verdict.mode === 'on';
}
