import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** Rows of a CSV file (RFC 4180), gzipped or not, by the names in its first line. */
export function readCsv(file: string): readonly Readonly<Record<string, string>>[] {
  const raw = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(raw) : raw)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  const [names = [], ...rows] = recordsIn(text, file);
  return rows.map((row, index) => {
    if (row.length !== names.length) {
      throw new Error(`${file}: record ${index + 2} has ${row.length} fields, not ${names.length}`);
    }
    return Object.fromEntries(names.map((name, place) => [name, row[place] ?? '']));
  });
}

/** A field is quoted, with its quotes doubled, or ends at the next comma or line. */
const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;

function recordsIn(text: string, file: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  let record: string[] = [];
  let end = 0;
  for (const match of text.matchAll(field)) {
    const [whole, quoted, plain = '', stop] = match;
    end = match.index + whole.length;
    if (whole === '' && record.length === 0) break;
    record.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (stop === ',') continue;
    records.push(record);
    record = [];
    if (end === text.length) break;
  }
  // A quote in the wrong place ends the matching: half a file must not pass for a whole one.
  if (end !== text.length) throw new Error(`${file}: not readable from character ${end} on`);
  return records;
}
