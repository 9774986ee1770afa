import { describe, expect, test } from 'vitest';
import { ownWords } from '#app/domain/text/own-words.ts';

describe('what is the buyer’s own', () => {
  test('a text of one line is', () => {
    expect(ownWords('It broke > yesterday')).toBe('It broke > yesterday');
  });

  test('a quoted reply and a signature are not, and every place stays', () => {
    const mail =
      'Hello,\r\nmy cup came broken.\r\n\r\nSent from my iPhone\r\n\r\nOn Mon, 3 Jan 2026, Shop <a@example.com> wrote:\r\n> It was damaged?\r\n> Sorry';
    const own = ownWords(mail);
    expect(own).toHaveLength(mail.length);
    expect(own.trim().split(/\s*\n/)).toEqual(['Hello,', 'my cup came broken.']);
    expect(own.indexOf('my cup')).toBe(mail.indexOf('my cup'));
  });

  test('a header that the mail broke in two is left out', () => {
    const mail = 'Hello\nOn Mon, 3 Jan, the Shop\nwrote:\n\nand then I saw it broken';
    expect(ownWords(mail).split(/\s*\n\s*/)).toEqual(['Hello', 'and then I saw it broken']);
  });

  test.each(['Op schreef \n', 'abc. x skrev \n', '在\n', '> \n', 'From : <\n', '-- \n'])(
    'hostile lines cost no more than others: %j',
    (line) => {
      const text = line.repeat(4000).slice(0, 4000);
      expect(ownWords(text)).toHaveLength(text.length);
    },
  );
});
