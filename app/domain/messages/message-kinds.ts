/** Languages of what is said to buyers and carriers; those of the app itself. */
export const spokenLanguages = ['en', 'zh-CN', 'de', 'es', 'fr', 'ja', 'pt-BR'] as const;

/** Languages in which a buyer can be asked what he means (ISO 639-1). */
export const askedLanguages = [
  ...(['en', 'zh', 'de', 'es', 'fr', 'ja', 'pt'] as const),
  ...(['ar', 'id', 'it', 'ko', 'nl', 'pl', 'ro', 'ru', 'tr', 'uk', 'vi'] as const),
] as const;

interface MessageKind {
  readonly to: 'buyer' | 'carrier';
  readonly languages: readonly string[];
  /** What a text may hold as `{{name}}` (`messages.variable.<name>` in the locale files). */
  readonly variables: readonly string[];
  /** Those without which it says nothing. */
  readonly needed: readonly string[];
}

const toBuyer = {
  to: 'buyer',
  languages: spokenLanguages,
  variables: ['order', 'amount', 'day'],
  needed: ['order', 'amount'],
} as const satisfies MessageKind;

const toCarrier = {
  to: 'carrier',
  languages: spokenLanguages,
  variables: ['carrier', 'number', 'order', 'shipped', 'from', 'to', 'last-scan'],
  needed: ['number'],
} as const satisfies MessageKind;

/** Every message that the app has ready to be sent; `messages.name.<message>` in the locale files. */
export const messageKinds = {
  'buyer-question': {
    to: 'buyer',
    languages: askedLanguages,
    variables: ['choices', 'order'],
    needed: ['choices'],
  },
  'regret-pay-back': toBuyer,
  'regret-keep': toBuyer,
  'carrier-where': toCarrier,
  'carrier-lost': toCarrier,
  'carrier-proof': toCarrier,
  'carrier-return': toCarrier,
  'carrier-customs': toCarrier,
} as const satisfies Readonly<Record<string, MessageKind>>;

export type Message = keyof typeof messageKinds;
export const messages = Object.keys(messageKinds) as readonly Message[];

/** Of a message that comes in another language than the one asked for, say `pt` for `pt-BR`; else English. */
export function languageFor(message: Message, wanted: string): string {
  const { languages } = messageKinds[message];
  const primary = (language: string) => language.split('-')[0];
  return (
    languages.find((language) => language === wanted) ??
    languages.find((language) => primary(language) === primary(wanted)) ??
    languages[0]
  );
}
