import { randomUUID } from 'node:crypto';
import type { Actor } from '../domain/audit-event.ts';
import type { Gid, ShopDomain, SuggestionId } from '../domain/ids.ts';
import type { Money } from '../domain/money.ts';
import { statesBefore, unfinishedStates } from '../domain/suggestion-states.ts';
import type {
  DismissReason,
  Suggestion,
  SuggestionState,
  WakeReason,
  WithdrawnReason,
} from '../domain/suggestion.ts';
import type { Instant } from '../domain/time.ts';
import type { Tx } from './database.server.ts';
import { instantOf } from './instant-column.ts';
import type { OrderKey } from './order-records.server.ts';
import { columnsOf, suggestionFrom, type Judged } from './suggestion-row.ts';

export async function findSuggestion(
  tx: Tx,
  shop: ShopDomain,
  id: SuggestionId,
): Promise<Suggestion | null> {
  const row = await tx.suggestion.findFirst({ where: { id, shop } });
  return row ? suggestionFrom(row) : null;
}

/** These suggestions, in the order of the ids; what is not the shop's is left out. */
export async function findSuggestions(
  tx: Tx,
  shop: ShopDomain,
  ids: readonly SuggestionId[],
): Promise<readonly Suggestion[]> {
  const rows = await tx.suggestion.findMany({ where: { shop, id: { in: [...ids] } } });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [suggestionFrom(row)] : [];
  });
}

/** Whether this actor brought the suggestion into one of these states. */
export async function isDecidedBy(
  tx: Tx,
  about: {
    readonly shop: ShopDomain;
    readonly id: SuggestionId;
    readonly actor: Actor;
    readonly states: readonly SuggestionState[];
  },
): Promise<boolean> {
  const { shop, id, actor, states } = about;
  const where = { shop, id, decidedBy: actor, state: { in: [...states] } };
  return (await tx.suggestion.count({ where })) > 0;
}

/** The order's suggestion that is still somebody's business; the database allows one. */
export async function findUnfinished(
  tx: Tx,
  { shop, orderId }: OrderKey,
): Promise<Suggestion | null> {
  const row = await tx.suggestion.findFirst({
    where: { shop, orderId, state: { in: [...unfinishedStates] } },
  });
  return row ? suggestionFrom(row) : null;
}

/** The order's suggestion that is somebody's business, else the one that was last. */
export async function findSuggestionOfOrder(
  tx: Tx,
  { shop, orderId }: OrderKey,
): Promise<Suggestion | null> {
  const unfinished = await findUnfinished(tx, { shop, orderId });
  if (unfinished) return unfinished;
  const row = await tx.suggestion.findFirst({
    where: { shop, orderId },
    orderBy: { updatedAt: 'desc' },
  });
  return row ? suggestionFrom(row) : null;
}

/** What the merchant or a payment settled for this order, newest first. */
export async function findSettled(
  tx: Tx,
  { shop, orderId }: OrderKey,
): Promise<readonly Suggestion[]> {
  const rows = await tx.suggestion.findMany({
    where: { shop, orderId, state: { in: ['refunded', 'dismissed'] } },
    orderBy: { updatedAt: 'desc' },
    take: 20,
  });
  return rows.map(suggestionFrom);
}

/** The order's newest suggestion, whatever became of it: how it stands, and since when. */
export async function findNewest(
  tx: Tx,
  { shop, orderId }: OrderKey,
): Promise<{ readonly state: SuggestionState; readonly updatedAt: Instant } | null> {
  const row = await tx.suggestion.findFirst({
    where: { shop, orderId },
    orderBy: [{ openedAt: 'desc' }, { id: 'asc' }],
    select: { state: true, updatedAt: true },
  });
  return row && { state: row.state as SuggestionState, updatedAt: instantOf(row.updatedAt) };
}

/** Snoozed suggestions whose time has come, the longest due first. */
export async function findToWake(
  tx: Tx,
  now: Instant,
  limit: number,
): Promise<readonly Suggestion[]> {
  const rows = await tx.suggestion.findMany({
    where: { state: 'snoozed', snoozedUntil: { lte: now } },
    orderBy: { snoozedUntil: 'asc' },
    take: limit,
  });
  return rows.map(suggestionFrom);
}

/** Writes down that the parcel came after all; false where that is known already. */
export async function noteRegret(
  tx: Tx,
  { id, shop }: Pick<Suggestion, 'id' | 'shop'>,
  deliveredAt: Instant,
): Promise<boolean> {
  const noted = await tx.suggestion.updateMany({
    where: { id, shop, regrettedAt: null },
    data: { regrettedAt: deliveredAt },
  });
  return noted.count > 0;
}

export async function openSuggestion(
  tx: Tx,
  about: {
    readonly shop: ShopDomain;
    readonly orderId: Gid<'Order'>;
    readonly orderName: string;
    readonly destinationCountry: string | null;
    readonly judged: Judged;
    readonly now: Instant;
  },
): Promise<Suggestion> {
  const { judged, now, ...rest } = about;
  const row = await tx.suggestion.create({
    data: {
      ...rest,
      ...columnsOf(judged),
      id: randomUUID(),
      state: 'open',
      openedAt: now,
      updatedAt: now,
    },
  });
  return suggestionFrom(row);
}

/** New facts about an undecided suggestion. `visibly`: what the merchant decides on is another now. */
export async function reviseSuggestion(
  tx: Tx,
  revised: {
    readonly suggestion: Suggestion;
    readonly judged: Judged;
    readonly visibly: boolean;
    readonly now: Instant;
  },
): Promise<void> {
  const { suggestion, judged, visibly, now } = revised;
  await tx.suggestion.updateMany({
    where: { id: suggestion.id, shop: suggestion.shop, version: suggestion.version },
    data: {
      ...columnsOf(judged),
      // What Shopify priced stays on the button while the estimate stands.
      ...(visibly
        ? { version: { increment: 1 }, updatedAt: now }
        : { amount: suggestion.amount.amount }),
    },
  });
}

/** Shopify's calculator comes to another sum than ours: the merchant decides on Shopify's. */
export async function repriceSuggestion(
  tx: Tx,
  {
    suggestion,
    amount,
    now,
  }: { readonly suggestion: Suggestion; readonly amount: Money; readonly now: Instant },
): Promise<void> {
  await tx.suggestion.updateMany({
    where: { id: suggestion.id, shop: suggestion.shop, version: suggestion.version },
    data: { amount: amount.amount, version: { increment: 1 }, updatedAt: now },
  });
}

export interface Move {
  readonly shop: ShopDomain;
  readonly id: SuggestionId;
  readonly to: SuggestionState;
  /** Compare-and-set on what the merchant saw; absent where the line itself moves. */
  readonly version?: number;
  readonly from?: readonly SuggestionState[];
  readonly now: Instant;
  readonly holdUntil?: Instant | null;
  readonly amount?: Money;
  /** With a move to `snoozed`, and no other. */
  readonly snoozedUntil?: Instant;
  readonly wokenBecause?: WakeReason;
  readonly withdrawnBecause?: WithdrawnReason;
  readonly dismissReason?: DismissReason;
  readonly decidedBy?: string;
}

/** Moves a suggestion by the table of states, or not at all: the answer is whether it moved. */
export async function moveSuggestion(tx: Tx, move: Move): Promise<boolean> {
  const allowed = statesBefore(move.to);
  const from = move.from ? move.from.filter((state) => allowed.includes(state)) : allowed;
  const moved = await tx.suggestion.updateMany({
    where: {
      id: move.id,
      shop: move.shop,
      state: { in: [...from] },
      ...(move.version === undefined ? {} : { version: move.version }),
    },
    data: {
      state: move.to,
      version: { increment: 1 },
      updatedAt: move.now,
      snoozedUntil: move.snoozedUntil ?? null,
      wokenBecause: move.wokenBecause ?? null,
      ...(move.holdUntil === undefined ? {} : { holdUntil: move.holdUntil }),
      ...(move.amount ? { amount: move.amount.amount, currency: move.amount.currencyCode } : {}),
      ...(move.withdrawnBecause ? { withdrawnBecause: move.withdrawnBecause } : {}),
      ...(move.dismissReason ? { dismissReason: move.dismissReason } : {}),
      ...(move.decidedBy ? { decidedBy: move.decidedBy } : {}),
    },
  });
  return moved.count > 0;
}
