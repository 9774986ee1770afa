import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvRow } from '#app/domain/csv.ts';

describe('a row of a CSV file', () => {
  test('is as RFC 4180 has it', () => {
    expect(csvRow(['#1001', null, 0.5, 'a,b', 'say "no"', 'two\nlines'])).toBe(
      '#1001,,0.5,"a,b","say ""no""","two\nlines"\r\n',
    );
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1', '＋1', '\r1', '\n1'])(
    'never runs %j in a spreadsheet',
    (text) => {
      expect(csvRow([text]).replaceAll('"', '').startsWith("'")).toBe(true);
    },
  );

  test('leaves numbers and harmless texts as they are', () => {
    expect(csvRow([-1, '12.50', "it's", 'a=b', '1-2'])).toBe("-1,12.50,it's,a=b,1-2\r\n");
  });

  test('comes back as it went, but for the guard', () => {
    const cells = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(cells, (texts) => {
        const back = cellsOf(csvRow(texts));
        expect(back.length).toBe(texts.length);
        for (const [index, text] of texts.entries()) {
          expect([text, `'${text}`]).toContain(back[index]);
        }
      }),
    );
  });
});

/** Reads one row as RFC 4180 has it. */
function cellsOf(row: string): readonly string[] {
  const fields = [...`,${row.slice(0, -2)}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^",]*))/g)];
  return fields.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}
