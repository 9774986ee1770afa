import { z } from 'zod';
import {
  carrierVerdicts,
  noSignals,
  reportProblems,
  type BuyerMessage,
  type CarrierAnswer,
  type CarrierScan,
  type ProblemReport,
  type Signals,
} from '../domain/case-facts.ts';
import type { Signal as Row } from '#generated/prisma/client.ts';
import type { Gid, ShopDomain } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { Tx } from './database.server.ts';
import { instantOf } from './instant-column.ts';
import { jsonOf } from './json-column.ts';
import type { OrderKey } from './order-records.server.ts';
import { readWordsFields } from './read-words-column.ts';

/** One signal as it is kept; `externalId` is its sender's own id. */
export type NewSignal = { readonly externalId: string } & (
  | {
      readonly kind: 'report';
      readonly signal: Omit<ProblemReport, 'reportId'>;
      readonly skus: readonly string[];
    }
  | { readonly kind: 'message'; readonly signal: Omit<BuyerMessage, 'messageId'> }
  | { readonly kind: 'carrier-scan'; readonly signal: CarrierScan }
  | { readonly kind: 'carrier-answer'; readonly signal: CarrierAnswer }
);

/** Keeps the signal; false when it was kept before. */
export async function writeSignal(tx: Tx, order: OrderKey, added: NewSignal): Promise<boolean> {
  const { kind, externalId, signal } = added;
  const created = await tx.signal.createMany({
    data: {
      shop: order.shop,
      orderId: order.orderId,
      kind,
      externalId,
      at: kind === 'carrier-scan' ? signal.scan.happenedAt : signal.at,
      payload: jsonOf(signal),
      skus: kind === 'report' ? [...added.skus] : [],
    },
    skipDuplicates: true,
  });
  return created.count > 0;
}

/** Whether the shop was told this before. */
export async function hasSignal(
  tx: Tx,
  shop: ShopDomain,
  { kind, externalId }: Pick<NewSignal, 'kind' | 'externalId'>,
): Promise<boolean> {
  const where = { shop_kind_externalId: { shop, kind, externalId } };
  return (await tx.signal.findUnique({ where, select: { id: true } })) !== null;
}

/** What a report said is not said any more. */
export async function deleteReportSignal(
  tx: Tx,
  { shop, orderId }: OrderKey,
  externalId: string,
): Promise<void> {
  await tx.signal.deleteMany({ where: { shop, orderId, kind: 'report', externalId } });
}

const fulfillmentId = z.custom<Gid<'Fulfillment'>>((value) => typeof value === 'string');
const lineItemId = z.custom<Gid<'LineItem'>>((value) => typeof value === 'string');
const moment = z.custom<Instant>((value) => typeof value === 'string');

const report = z.object({
  problem: z.enum(reportProblems),
  lines: z.array(z.object({ lineItemId, quantity: z.number().int() })),
  photos: z.number().int(),
  ...readWordsFields,
});
const message = z.object(readWordsFields);
const carrierScan = z.object({
  fulfillmentId,
  scan: z.object({
    status: z.string(),
    happenedAt: moment,
    message: z.string().nullable(),
    country: z.string().nullable(),
    source: z.string().nullable(),
  }),
});
const carrierAnswer = z.object({ fulfillmentId, verdict: z.enum(carrierVerdicts) });

/** Everything that was said about one order, oldest first. */
export async function readSignals(tx: Tx, { shop, orderId }: OrderKey): Promise<Signals> {
  const read = await readSignalsOfMany(tx, shop, [orderId]);
  return read.get(orderId) ?? noSignals;
}

/** The same of many orders; those of which nothing was said are left out. */
export async function readSignalsOfMany(
  tx: Tx,
  shop: ShopDomain,
  orderIds: readonly Gid<'Order'>[],
): Promise<ReadonlyMap<string, Signals>> {
  const rows = await tx.signal.findMany({
    where: { shop, orderId: { in: [...orderIds] } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  const byOrder = Map.groupBy(rows, ({ orderId }) => orderId);
  return new Map([...byOrder].map(([orderId, own]) => [orderId, signalsFrom(own)]));
}

function signalsFrom(rows: readonly Row[]): Signals {
  const of = (kind: NewSignal['kind']) => rows.filter((row) => row.kind === kind);
  return {
    reports: of('report').map(({ externalId, at, payload }) => ({
      ...report.parse(payload),
      reportId: externalId,
      at: instantOf(at),
    })),
    messages: of('message').map(({ externalId, at, payload }) => ({
      ...message.parse(payload),
      messageId: externalId,
      at: instantOf(at),
    })),
    carrierScans: of('carrier-scan').map(({ payload }) => carrierScan.parse(payload)),
    carrierAnswers: of('carrier-answer').map(({ at, payload }) => ({
      ...carrierAnswer.parse(payload),
      at: instantOf(at),
    })),
  };
}
