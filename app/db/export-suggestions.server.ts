import { Prisma } from '#generated/prisma/client.ts';
import type { ShopDomain } from '../domain/ids.ts';
import { parseMoney } from '../domain/money.ts';
import type { ExportedSuggestion } from '../domain/overview/figures.ts';
import type { Span } from '../domain/overview/zoned-days.ts';
import type { Database, Tx } from './database.server.ts';
import { instantOf, maybeInstantOf } from './instant-column.ts';

const rowsPerBatch = 500;

/** All suggestions that were opened in the time, oldest first, a batch at a time: never more in memory than one. */
export async function* exportSuggestions(
  { prisma }: Database,
  shop: ShopDomain,
  span: Span,
): AsyncGenerator<readonly ExportedSuggestion[], void, undefined> {
  for (let after: Row | null = null; ;) {
    const rows = await readBatch(prisma, shop, span, after);
    if (rows.length > 0) yield rows.map(exportedFrom);
    after = rows.at(-1) ?? null;
    if (rows.length < rowsPerBatch || after === null) return;
  }
}

async function readBatch(
  tx: Tx,
  shop: ShopDomain,
  { from, to }: Span,
  after: Pick<Row, 'id' | 'openedAt'> | null,
): Promise<readonly Row[]> {
  const beyond = after
    ? Prisma.sql`and (opened_at, suggestion.id) > (${after.openedAt}, ${after.id}::uuid)`
    : Prisma.empty;
  return tx.$queryRaw<Row[]>`
    select suggestion.id::text as id, order_name as "orderName", opened_at as "openedAt",
      suggestion.state, scenario, ground, suggestion.amount::text as amount, suggestion.currency, probability, responsible,
      destination_country as "destinationCountry", legal_by as "legalBy", bank_by as "bankBy",
      attempt.settled_at as "refundedAt", dismiss_reason as "dismissReason",
      withdrawn_because as "withdrawnBecause", regretted_at as "regrettedAt"
    from suggestion left join refund_attempt attempt
      on attempt.suggestion_id = suggestion.id and attempt.shop = suggestion.shop and attempt.state = 'refunded'
    where suggestion.shop = ${shop}
      and opened_at >= ${from}::timestamptz and opened_at < ${to}::timestamptz ${beyond}
    order by opened_at, suggestion.id limit ${rowsPerBatch}`;
}

interface Row extends Pick<
  ExportedSuggestion,
  | 'orderName'
  | 'state'
  | 'scenario'
  | 'ground'
  | 'probability'
  | 'responsible'
  | 'destinationCountry'
  | 'dismissReason'
  | 'withdrawnBecause'
> {
  readonly id: string;
  readonly amount: string;
  readonly currency: string;
  readonly openedAt: Date;
  readonly legalBy: Date | null;
  readonly bankBy: Date | null;
  readonly refundedAt: Date | null;
  readonly regrettedAt: Date | null;
}

function exportedFrom(row: Row): ExportedSuggestion {
  const { amount, currency, openedAt, legalBy, bankBy, refundedAt, regrettedAt, ...same } = row;
  return {
    ...same,
    amount: parseMoney(amount, currency),
    openedAt: instantOf(openedAt),
    legalBy: maybeInstantOf(legalBy),
    bankBy: maybeInstantOf(bankBy),
    refundedAt: maybeInstantOf(refundedAt),
    regrettedAt: maybeInstantOf(regrettedAt),
  };
}
