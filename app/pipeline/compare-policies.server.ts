import type { Tx } from '../db/database.server.ts';
import { readUndecidedOrders, readUnsuggestedOrders } from '../db/orders-to-judge.server.ts';
import { findShop, type Shop } from '../db/shops.server.ts';
import { findSettled } from '../db/suggestions.server.ts';
import { assess } from '../domain/assess.ts';
import type { Gid, ShopDomain } from '../domain/ids.ts';
import type { OrderFacts } from '../domain/order-facts.ts';
import { isJudgedBy } from '../domain/policy/all-settings.ts';
import type { SettingChanges } from '../domain/policy/change-settings.ts';
import {
  verdictChange,
  type LookedThrough,
  type VerdictChange,
} from '../domain/policy/what-changes.ts';
import type { Policy } from '../domain/policy.ts';
import { hasNewEvidence } from '../domain/same-verdict.ts';
import type { Instant } from '../domain/time.ts';
import { verdictOf, type Verdict } from '../domain/verdict.ts';
import { sharedCaseReadings, type CaseReadings } from './case-readings.server.ts';
import { gatherCase, lanesOf } from './gather-case.server.ts';

/** Of each kind; more would take longer than anybody waits for. */
const mostOrders = 500;

/** So many orders are gathered at a time: the others of the pool have other work. */
const atOnce = 4;

export interface PolicyComparison {
  readonly changed: readonly { readonly orderId: Gid<'Order'>; readonly change: VerdictChange }[];
  /** How many suggestions and how many other orders were looked at, and whether that was all of them. */
  readonly open: LookedThrough;
  readonly others: LookedThrough;
}

interface Judging {
  readonly tx: Tx;
  readonly merchant: Shop;
  readonly after: Policy;
  readonly now: Instant;
  readonly readings: CaseReadings;
}

/** What these settings would change; null where no suggestion depends on them. Nothing is written. */
export async function compareChanges(
  tx: Tx,
  shop: ShopDomain,
  change: { readonly values: SettingChanges; readonly after: Policy; readonly now: Instant },
): Promise<PolicyComparison | null> {
  if (!Object.keys(change.values).some(isJudgedBy)) return null;
  const merchant = await findShop(tx, shop);
  if (!merchant) throw new Error(`no shop ${shop}: it never opened the app`);
  return comparePolicies(tx, merchant, change);
}

/** What another policy makes of what was last read of the orders, at the same instant: the time that passed is not its doing. */
async function comparePolicies(
  tx: Tx,
  merchant: Shop,
  { after, now }: { readonly after: Policy; readonly now: Instant },
): Promise<PolicyComparison> {
  const { domain: shop } = merchant;
  const open = await readUndecidedOrders(tx, shop, mostOrders);
  const others = await readUnsuggestedOrders(tx, shop, mostOrders);
  const orderIds = [...open.orders, ...others.orders].map(({ orderId }) => orderId);
  const readings = await sharedCaseReadings(tx, shop, orderIds);
  const judging: Judging = { tx, merchant, after, now, readings };
  const ofOpen = await inTurns(open.orders, async ({ orderId, facts }) => {
    const { change } = await judgeTwice(judging, facts);
    // It is there already, and goes only by a look that finds nothing.
    return change === null || change === 'new' ? [] : [{ orderId, change }];
  });
  const ofOthers = await inTurns(others.orders, async ({ orderId, facts }) => {
    const { change, after: verdict } = await judgeTwice(judging, facts);
    const isNew = change === 'new' && verdict && (await isNews(judging, orderId, verdict));
    return isNew ? [{ orderId, change }] : [];
  });
  return {
    changed: [...ofOpen, ...ofOthers],
    open: { count: open.orders.length, hasMore: open.hasMore },
    others: { count: others.orders.length, hasMore: others.hasMore },
  };
}

async function judgeTwice({ tx, merchant, after, now, readings }: Judging, order: OrderFacts) {
  const about = await gatherCase(tx, merchant, { order, now, readings });
  const lanes = await lanesOf(readings, order, after);
  const before = verdictOf(assess(about, merchant.policy, now));
  const then = verdictOf(assess({ ...about, lanes }, after, now));
  return { change: verdictChange(before, then), after: then };
}

/** What was decided is not suggested again for the same reasons. */
async function isNews(
  { tx, merchant }: Judging,
  orderId: Gid<'Order'>,
  { claim }: Verdict,
): Promise<boolean> {
  const settled = await findSettled(tx, { shop: merchant.domain, orderId });
  return settled.every((old) => hasNewEvidence(old.claim, claim));
}

/** All answers, a few items at a time. */
async function inTurns<Item, Answer>(
  items: readonly Item[],
  work: (item: Item) => Promise<readonly Answer[]>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (let start = 0; start < items.length; start += atOnce) {
    const turn = await Promise.all(items.slice(start, start + atOnce).map(work));
    answers.push(...turn.flat());
  }
  return answers;
}
