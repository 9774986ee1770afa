import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** Rows of a CSV file (RFC 4180), gzipped or not, by the names in its first line. */
export function readCsv(file: string): readonly Readonly<Record<string, string>>[] {
  const raw = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(raw) : raw)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  const [names = [], ...rows] = recordsIn(text);
  return rows
    .filter((row) => row.length === names.length)
    .map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? ''])));
}

/** A field is quoted, with its quotes doubled, or ends at the next comma or line. */
const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;

function recordsIn(text: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  let record: string[] = [];
  for (const match of text.matchAll(field)) {
    const [whole, quoted, plain = '', end] = match;
    if (whole === '' && match.index === text.length && record.length === 0) break;
    record.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    records.push(record);
    record = [];
    if (match.index + whole.length === text.length) break;
  }
  return records;
}
