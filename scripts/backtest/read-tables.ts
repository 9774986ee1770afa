import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { parse as parseAll } from 'csv-parse/sync';
import { z } from 'zod';
import { Problem } from '../run/with-undo.ts';

const rowShape = z.record(z.string(), z.string());

export type Row = z.infer<typeof rowShape>;

/** Tables are told apart by their columns: copies of the set name their files as they like. */
const columns = {
  orders: ['order_id', 'customer_id', 'order_status', 'order_estimated_delivery_date'],
  items: ['order_id', 'order_item_id', 'seller_id', 'price', 'freight_value'],
  reviews: ['review_id', 'order_id', 'review_score', 'review_answer_timestamp'],
  payments: ['order_id', 'payment_sequential', 'payment_value'],
  sellers: ['seller_id', 'seller_state'],
} as const;

export type Table = keyof typeof columns;

/** Which files of the folder hold which table; several may hold the same one. */
export async function findTables(dir: string): Promise<ReadonlyMap<Table, readonly string[]>> {
  const found = new Map<Table, string[]>();
  for (const name of readdirSync(dir).sort()) {
    if (!/\.csv(\.gz)?$/.test(name)) continue;
    const file = join(dir, name);
    const header = new Set(await headerOf(file));
    for (const table of tablesIn(header)) found.set(table, [...(found.get(table) ?? []), file]);
  }
  return found;
}

function tablesIn(header: ReadonlySet<string>): readonly Table[] {
  const tables: readonly Table[] = ['orders', 'items', 'reviews', 'payments', 'sellers'];
  return tables.filter((table) => columns[table].every((column) => header.has(column)));
}

async function headerOf(file: string): Promise<readonly string[]> {
  const source = createReadStream(file);
  const unpacked = unpack(file);
  const lines = createInterface({ input: source.pipe(unpacked) });
  try {
    for await (const line of lines) {
      const [names = []] = z.array(z.array(z.string())).parse(parseAll(line, { bom: true }));
      return names;
    }
    return [];
  } catch (error) {
    throw unreadable(file, error);
  } finally {
    source.destroy();
    unpacked.destroy();
  }
}

/** Hands over row by row, by the names in the first line; the file never is in memory as a whole. */
export async function readRows(file: string, take: (row: Row) => void): Promise<void> {
  try {
    await pipeline(
      createReadStream(file),
      unpack(file),
      parse({ bom: true, columns: true }),
      async (rows: AsyncIterable<unknown>) => {
        for await (const row of rows) take(rowShape.parse(row));
      },
    );
  } catch (error) {
    throw unreadable(file, error);
  }
}

function unpack(file: string) {
  return file.endsWith('.gz') ? createGunzip() : new PassThrough();
}

function unreadable(file: string, error: unknown): Problem {
  return new Problem(`${file} cannot be read: ${error instanceof Error ? error.message : ''}`);
}
