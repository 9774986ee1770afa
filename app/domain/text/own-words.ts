import EmailReplyParser from 'email-reply-parser';

/** The text with what is not the buyer's own said now (quoted replies, signatures) blanked out; every place stays. */
export function ownWords(text: string): string {
  // Whoever quotes or signs does so on lines of its own.
  if (!text.trim().includes('\n')) return text;
  const visible = new EmailReplyParser()
    .read(text)
    .getFragments()
    .filter((fragment) => !fragment.isHidden())
    .flatMap((fragment) => fragment.getContent().split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '');
  let kept = '';
  for (const line of visible) {
    const at = text.indexOf(line, kept.length);
    // The parser joins the lines of some headers; such a line is nowhere in the text.
    if (at === -1) continue;
    kept += blank(text.slice(kept.length, at)) + line;
  }
  return kept + blank(text.slice(kept.length));
}

function blank(text: string): string {
  return text.replace(/[^\n]/gu, (character) => ' '.repeat(character.length));
}
