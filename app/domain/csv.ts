/** What a file begins with so that spreadsheets read it as UTF-8. */
export const byteOrderMark = '\uFEFF';

/** One value of a row: a text as people see it, a number, or nothing. */
export type CsvCell = string | number | null;

/** A text that begins so is taken for a formula by a spreadsheet, also in full width, and after blanks. */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** One row by RFC 4180, its line end included. A text that a spreadsheet would run is guarded by an apostrophe. */
export function csvRow(cells: readonly CsvCell[]): string {
  return `${cells.map(fieldOf).join(',')}\r\n`;
}

function fieldOf(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
