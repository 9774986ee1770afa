import { randomUUID } from 'node:crypto';
import {
  countReports,
  findReportOfForm,
  writeReport,
  type KeptPhoto,
} from '../db/buyer-reports.server.ts';
import { inTransaction } from '../db/database.server.ts';
import { lockOrder, type OrderKey } from '../db/order-records.server.ts';
import { askForErasure, cancelErasure } from '../db/photo-erasures.server.ts';
import type { NewSignal } from '../db/signals.server.ts';
import { findShop } from '../db/shops.server.ts';
import type { PhotoId, ReportId, ShopDomain } from '../domain/ids.ts';
import { nothingRead } from '../domain/intent.ts';
import type { OrderFacts } from '../domain/order-facts.ts';
import { reportLimits, type ReportDoor } from '../domain/reports/buyer-report.ts';
import {
  checkReport,
  type AskedReport,
  type CheckedReport,
  type ReportFault,
} from '../domain/reports/check-report.ts';
import { addSeconds } from '../domain/time.ts';
import { reencodePhoto, type Photo } from '../photo-store/reencode-photo.server.ts';
import type { Line } from './line.server.ts';
import { recordSignalIn } from './record-signal.server.ts';
import { textReader } from './text-reader.server.ts';

/** A buyer's form, and the order that it is known to be about. */
export interface SentReport {
  readonly shop: ShopDomain;
  readonly facts: OrderFacts;
  readonly door: ReportDoor;
  readonly asked: Omit<AskedReport, 'photos'>;
  /** Files as they came. */
  readonly photos: readonly Uint8Array[];
}

export type ReportProblemOutcome =
  | { readonly outcome: 'reported'; readonly reportId: ReportId }
  /** The same form came before. */
  | { readonly outcome: 'known'; readonly reportId: ReportId }
  | { readonly outcome: 'wrong'; readonly faults: readonly ReportFault[] }
  /** Of one order; the shop is better written to. */
  | { readonly outcome: 'too-many-reports' }
  /** The photos could not be kept, and nothing was. */
  | { readonly outcome: 'again'; readonly reason: string };

/** Pictures of a report that is broken off are erased after this. */
const brokenOffAfterSeconds = 3600;

/** Keeps what a buyer reports as codes, with photos drawn anew, and as evidence of the order, and asks for a look: all or nothing. */
export async function reportProblem(line: Line, sent: SentReport): Promise<ReportProblemOutcome> {
  const { shop, facts, photos } = sent;
  const { prisma } = line.db;
  const order: OrderKey = { shop, orderId: facts.orderId };
  const known = await findReportOfForm(prisma, order, sent.asked.clientId);
  if (known) return { outcome: 'known', reportId: known };
  const checked = checkReport({ ...sent.asked, photos: photos.length }, facts);
  if (checked.outcome === 'wrong') return checked;
  if ((await countReports(prisma, order)) >= reportLimits.reports) {
    return { outcome: 'too-many-reports' };
  }
  if (photos.some(({ length }) => length > reportLimits.photoBytes)) {
    return { outcome: 'wrong', faults: ['photo-too-large'] };
  }
  const drawn: Photo[] = [];
  // One after the other: a picture takes a lot of memory while it is drawn.
  for (const bytes of photos) {
    const photo = await reencodePhoto(bytes);
    if (!photo) return { outcome: 'wrong', faults: ['photo-unreadable'] };
    drawn.push(photo);
  }
  return keep(line, order, { sent, report: checked.report, drawn });
}

async function keep(
  line: Line,
  order: OrderKey,
  about: {
    readonly sent: SentReport;
    readonly report: CheckedReport;
    readonly drawn: readonly Photo[];
  },
): Promise<ReportProblemOutcome> {
  const { db, now, queue } = line;
  const { sent, report, drawn } = about;
  const { words, ...codes } = report;
  const policy = (await findShop(db.prisma, order.shop))?.policy ?? null;
  const read = words
    ? await textReader(line, { ...order, policy, mayAsk: true })(words)
    : nothingRead;
  const reportId = randomUUID() as ReportId;
  const photos = await store(line, order, { reportId, drawn });
  if (typeof photos === 'string') return { outcome: 'again', reason: photos };
  const keys = photos.map(({ key }) => key);
  const at = now();
  const { problem, lines } = codes;
  const signal: NewSignal = {
    kind: 'report',
    externalId: reportId,
    skus: skusOf(report, sent.facts),
    signal: { at, problem, lines, photos: photos.length, ...read },
  };
  return inTransaction(db, async (tx, sql): Promise<ReportProblemOutcome> => {
    // Counted once more, one sender after the other: what came meanwhile counts, too.
    await lockOrder(tx, order);
    const known = await findReportOfForm(tx, order, codes.clientId);
    if (known) return { outcome: 'known', reportId: known };
    if ((await countReports(tx, order)) >= reportLimits.reports) {
      return { outcome: 'too-many-reports' };
    }
    await writeReport(tx, order, { ...codes, reportId, at, door: sent.door, photos });
    if (!(await cancelErasure(tx, keys))) throw new Error('a photo was erased before its report');
    await recordSignalIn({ tx, sql, queue }, order, signal);
    return { outcome: 'reported', reportId };
  });
}

/** Puts the pictures where they stay; until the report is written, they are to be erased. A text says why it could not. */
async function store(
  { db, now, photos }: Pick<Line, 'db' | 'now' | 'photos'>,
  { shop }: OrderKey,
  { reportId, drawn }: { readonly reportId: ReportId; readonly drawn: readonly Photo[] },
): Promise<readonly KeptPhoto[] | string> {
  const named = drawn.map((photo) => {
    const photoId = randomUUID() as PhotoId;
    return { ...photo, photoId, key: `${shop}:${reportId}:${photoId}.jpg` };
  });
  const keys = named.map(({ key }) => key);
  await askForErasure(db.prisma, keys, addSeconds(now(), brokenOffAfterSeconds));
  try {
    for (const { key, bytes } of named) await photos.keep(key, bytes);
  } catch (error) {
    return `the photo store: ${String(error)}`;
  }
  return named.map(({ photoId, key, width, height }) => ({ photoId, key, width, height }));
}

/** Products that it is about: where no line is named, all of the order. */
function skusOf({ lines }: CheckedReport, facts: OrderFacts): readonly string[] {
  const ids = new Set(lines.map(({ lineItemId }) => lineItemId));
  return facts.lines
    .filter(({ lineItemId }) => ids.size === 0 || ids.has(lineItemId))
    .flatMap(({ sku }) => sku ?? []);
}
