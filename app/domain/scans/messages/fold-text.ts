const onlyAscii = /^[\x20-\x7e]*$/;

/** Letters that have no accent to take off, but are written without all the same. */
const plain: readonly (readonly [string, string])[] = [
  ['ß', 'ss'],
  ['ł', 'l'],
  ['ø', 'o'],
  ['æ', 'ae'],
  ['’', "'"],
];

export function foldAccents(text: string): string {
  const bare = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFKC');
  return plain.reduce((folded, [letter, without]) => folded.replaceAll(letter, without), bare);
}

/** One spelling of a text: lower case, without accents, one space between words. */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  const folded = onlyAscii.test(lower) ? lower : foldAccents(lower);
  return folded.replace(/\s+/g, ' ').trim();
}
