/*
 * What may name a person is taken out before a text leaves the house. It takes out too much rather than too little: an order's
 * number or a web address says nothing of what is wrong with the goods.
 */

/** What stands where something was taken out. */
export const redacted = '[…]';

/** In this order: an address would be cut in two by the rule for numbers. */
const personal: readonly RegExp[] = [
  // Web and mail addresses, and handles.
  /\b(?:https?:\/\/|www\.)\S+/giu,
  /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+/giu,
  /(?<![\p{L}\p{N}])@[\p{L}\p{N}_.]+/giu,
  // Telephone, card and account numbers, tracking numbers, dates of birth: five digits or more, however they are parted.
  /(?<![\p{L}\p{N}])[+(#]{0,2}\p{Nd}(?:[\s().\-/]{0,3}\p{Nd}){4,}/gu,
  // Codes of letters and digits: orders, tracking, licences, IBAN.
  /(?<![\p{L}\p{N}])(?=[A-Z0-9-]*\d)(?=[A-Z0-9-]*[A-Z])[A-Z0-9-]{6,}(?![\p{L}\p{N}])/gu,
  // How somebody is greeted or tells who they are, with the name after it.
  names(
    ['dear', 'hi', 'hello', 'hey', 'my name is', 'i am called', 'regards', 'best', 'sincerely'],
    [
      'hallo',
      'liebe',
      'lieber',
      'sehr geehrte',
      'sehr geehrter',
      'frau',
      'herr',
      'mein name ist',
      'ich heiße',
      'gruß',
      'grüße',
    ],
    [
      'bonjour',
      'madame',
      'monsieur',
      'je m’appelle',
      "je m'appelle",
      'cordialement',
      'mon nom est',
    ],
    ['hola', 'me llamo', 'mi nombre es', 'saludos', 'señor', 'señora', 'estimado', 'estimada'],
    ['olá', 'oi', 'me chamo', 'meu nome é', 'atenciosamente', 'abraços', 'senhor', 'senhora'],
    [
      'ciao',
      'gentile',
      'mi chiamo',
      'il mio nome è',
      'saluti',
      'cordiali saluti',
      'beste',
      'met vriendelijke groet',
      'mijn naam is',
    ],
    [
      'nazywam się',
      'pozdrawiam',
      'pan',
      'pani',
      'numele meu este',
      'mă numesc',
      'cu stimă',
      'benim adım',
      'saygılar',
      'sayın',
    ],
    [
      'меня зовут',
      'с уважением',
      'здравствуйте',
      'мене звати',
      'з повагою',
      'nama saya',
      'tên tôi là',
      'tên em là',
      'tôi là',
    ],
    ['mr', 'mrs', 'ms', 'dr'],
  ),
  // In Chinese, Japanese, Korean and Arabic the words around it tell.
  /(?:我叫|我是|姓名[:：]?|收件人[:：]?)[\p{Script=Han}]{2,4}/gu,
  /[\p{Script=Han}\p{Script=Katakana}]{1,6}(?:先生|女士|小姐|様|さん|氏)/gu,
  /(?:제 이름은|저는)\s?\p{Script=Hangul}{2,4}/gu,
  /(?:اسمي|أنا|السيد|السيدة)\s\p{Script=Arabic}{2,}/gu,
];

/** A phrase, and up to three words after it that begin with a capital letter. */
function names(...phrases: readonly (readonly string[])[]): RegExp {
  const either = phrases
    .flat()
    .flatMap((phrase) => [phrase, phrase.charAt(0).toUpperCase() + phrase.slice(1)])
    .join('|');
  return new RegExp(
    `(?<=(?<![\\p{L}])(?:${either})[.,:!]?\\s{1,3})\\p{Lu}[\\p{L}'’-]*(?:\\s\\p{Lu}[\\p{L}.'’-]*){0,2}`,
    'gu',
  );
}

/** The text without what may name a person, reach one or be followed to one. */
export function redact(text: string): string {
  return personal.reduce((left, pattern) => left.replace(pattern, redacted), text);
}
