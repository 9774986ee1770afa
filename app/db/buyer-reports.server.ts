import { z } from 'zod';
import type { BuyerReport as Row, ReportPhoto as PhotoRow } from '#generated/prisma/client.ts';
import { reportProblems } from '../domain/case-facts.ts';
import type { Gid, PhotoId, ReportId, ShopDomain } from '../domain/ids.ts';
import { wishes, type BuyerReport, type ReportDoor } from '../domain/reports/buyer-report.ts';
import type { Instant } from '../domain/time.ts';
import type { Tx } from './database.server.ts';
import { instantOf } from './instant-column.ts';
import { jsonOf } from './json-column.ts';
import type { OrderKey } from './order-records.server.ts';

/** A picture that the photo store has, or is about to have. */
export interface KeptPhoto {
  readonly photoId: PhotoId;
  readonly key: string;
  readonly width: number;
  readonly height: number;
}

type NewReport = Omit<BuyerReport, 'orderId' | 'withdrawnAt' | 'photos'> & {
  readonly clientId: string;
  readonly photos: readonly KeptPhoto[];
};

/** Keeps the report with its photos; throws where the same form was kept before. */
export async function writeReport(tx: Tx, order: OrderKey, report: NewReport): Promise<void> {
  const { reportId: id, clientId, door, at, problem, lines, wish, photos } = report;
  const { shop, orderId } = order;
  await tx.buyerReport.create({
    data: {
      ...{ id, shop, orderId, clientId, door, at, problem },
      ...{ lines: jsonOf(lines), remedy: wish },
    },
  });
  await tx.reportPhoto.createMany({
    data: photos.map(({ photoId, key, width, height }, position) => ({
      ...{ id: photoId, shop, reportId: id, position, key, width, height },
    })),
  });
}

/** The report that a form became. */
export async function findReportOfForm(
  tx: Tx,
  { shop, orderId }: OrderKey,
  clientId: string,
): Promise<ReportId | null> {
  const where = { shop_orderId_clientId: { shop, orderId, clientId } };
  const row = await tx.buyerReport.findUnique({ where, select: { id: true } });
  return row && (row.id as ReportId);
}

export async function countReports(tx: Tx, { shop, orderId }: OrderKey): Promise<number> {
  return tx.buyerReport.count({ where: { shop, orderId } });
}

/** All reports of an order, the newest first. */
export async function readReports(
  tx: Tx,
  { shop, orderId }: OrderKey,
): Promise<readonly BuyerReport[]> {
  const rows = await tx.buyerReport.findMany({
    where: { shop, orderId },
    include: { photos: { orderBy: { position: 'asc' } } },
    orderBy: [{ at: 'desc' }, { id: 'asc' }],
  });
  return rows.map(reportFrom);
}

/** Notes that the buyer took it back, and lets go of its photos; false where it was taken back before, or is another order's. */
export async function noteWithdrawn(
  tx: Tx,
  { shop, orderId }: OrderKey,
  { reportId: id, at }: { readonly reportId: ReportId; readonly at: Instant },
): Promise<boolean> {
  const noted = await tx.buyerReport.updateMany({
    where: { id, shop, orderId, withdrawnAt: null },
    data: { withdrawnAt: at },
  });
  if (noted.count === 0) return false;
  await tx.reportPhoto.deleteMany({ where: { reportId: id, shop } });
  return true;
}

/** Where the photo store has a photo of this shop. */
export async function findPhotoKey(
  tx: Tx,
  shop: ShopDomain,
  photoId: PhotoId,
): Promise<string | null> {
  const row = await tx.reportPhoto.findFirst({
    where: { id: photoId, shop },
    select: { key: true },
  });
  return row?.key ?? null;
}

const lines = z.array(
  z.object({
    lineItemId: z.custom<Gid<'LineItem'>>((value) => typeof value === 'string'),
    quantity: z.number().int(),
  }),
);
const codes = z.object({ problem: z.enum(reportProblems), wish: z.enum(wishes) });

function reportFrom(row: Row & { readonly photos: readonly PhotoRow[] }): BuyerReport {
  return {
    ...codes.parse({ problem: row.problem, wish: row.remedy }),
    reportId: row.id as ReportId,
    orderId: row.orderId as Gid<'Order'>,
    at: instantOf(row.at),
    door: row.door as ReportDoor,
    lines: lines.parse(row.lines),
    withdrawnAt: row.withdrawnAt && instantOf(row.withdrawnAt),
    photos: row.photos.map(({ id, width, height }) => ({ photoId: id as PhotoId, width, height })),
  };
}
