import type { DigestFigures } from '../domain/digest/digest.ts';
import { decimalsOf, type Money } from '../domain/money.ts';
import type { Sum } from '../domain/overview/figures.ts';
import type { Language, WordTree } from '../locales/load-words.ts';

export interface DigestText {
  readonly subject: string;
  readonly text: string;
}

/** A digest in words: one line for each figure and currency. */
export function digestText(
  words: WordTree,
  {
    language,
    figures,
    queueUrl,
  }: { readonly language: Language; readonly figures: DigestFigures; readonly queueUrl: string },
): DigestText {
  const say = (key: string, fillings: Readonly<Record<string, string>> = {}) =>
    phraseOf(words, key).replace(
      /\{\{(\w+)\}\}/g,
      (whole, name: string) => fillings[name] ?? whole,
    );
  const sums = (key: string, all: readonly Sum[]) => [
    say(key),
    ...(all.length === 0
      ? [`  ${say('nothing')}`]
      : all.map(
          ({ count, amount }) =>
            `  ${say('sum', { count: countIn(language, count), amount: moneyIn(language, amount) })}`,
        )),
  ];
  const lines = [
    ...sums('waiting', figures.waiting),
    ...sums('soon', figures.soon),
    ...sums('paid', figures.paid),
    '',
    say('open', { url: queueUrl }),
  ];
  return { subject: say('subject'), text: lines.join('\n') };
}

function phraseOf(words: WordTree, key: string): string {
  const mail = words['digest-mail'];
  const phrase = typeof mail === 'object' ? mail[key] : undefined;
  if (typeof phrase !== 'string') throw new Error(`no words for digest-mail.${key}`);
  return phrase;
}

function countIn(language: Language, count: number): string {
  return new Intl.NumberFormat(language).format(count);
}

function moneyIn(language: Language, { amount, currencyCode }: Money): string {
  const decimals = decimalsOf(currencyCode);
  const format = new Intl.NumberFormat(language, {
    style: 'currency',
    currency: currencyCode,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return format.format(amount as string as Intl.StringNumericLiteral);
}
