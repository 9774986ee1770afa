import type { Said } from '../said.ts';
import type { Leg, ScanKind } from '../scan-meaning.ts';
import { chineseRules } from './chinese-rules.ts';
import { dutchRules } from './dutch-rules.ts';
import { englishTroubleRules } from './english-trouble-rules.ts';
import { englishWayRules } from './english-way-rules.ts';
import { foldText } from './fold-text.ts';
import { frenchRules } from './french-rules.ts';
import { germanRules } from './german-rules.ts';
import { italianRules } from './italian-rules.ts';
import { japaneseRules } from './japanese-rules.ts';
import { koreanRules } from './korean-rules.ts';
import type { MessageRule } from './message-rule.ts';
import { polishRules } from './polish-rules.ts';
import { portugueseRules } from './portuguese-rules.ts';
import { russianRules } from './russian-rules.ts';
import { spanishRules } from './spanish-rules.ts';

/** Rules that are tried in their order, and one pattern that holds wherever one of theirs does: most texts have none. */
interface Chapter {
  readonly rules: readonly MessageRule[];
  readonly any: RegExp;
}
type Language = readonly Chapter[];

function chapter(rules: readonly MessageRule[]): Chapter {
  return { rules, any: new RegExp(rules.map(({ when }) => `(?:${when.source})`).join('|'), 'u') };
}

const chinese = [chapter(chineseRules)];
const japanese = [chapter(japaneseRules)];
const latin: readonly Language[] = [
  [chapter(englishTroubleRules), chapter(englishWayRules)],
  ...[
    germanRules,
    frenchRules,
    spanishRules,
    portugueseRules,
    italianRules,
    dutchRules,
    polishRules,
  ].map((rules) => [chapter(rules)]),
];
const kana: readonly Language[] = [japanese, chinese, ...latin];
const han: readonly Language[] = [chinese, japanese, ...latin];
const hangul: readonly Language[] = [[chapter(koreanRules)], ...latin];
const cyrillic: readonly Language[] = [[chapter(russianRules)], ...latin];

const scripts: readonly (readonly [RegExp, readonly Language[]])[] = [
  [/\p{Script=Hangul}/u, hangul],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, kana],
  [/\p{Script=Han}/u, han],
  [/\p{Script=Cyrillic}/u, cyrillic],
];

/** Nobody writes more to tell what happened; what follows is small print. */
const longestRead = 400;

/** Words of these kinds stand in several languages ("transit", "douane"): the right one may say more. */
const weak: ReadonlySet<ScanKind> = new Set(['moving', 'problem', 'customs']);

/** With these in it a text is English, and no other language has to be asked. */
const surelyEnglish =
  /\b(the|your|has|have|been|from|with|shipment|package|item|facility|arrived|departed|received|processed|in transit|out for delivery)\b/;

/** What the carrier's own words say; null where no phrase is known in them. */
export function whatMessageSays(message: string): Said | null {
  const text = foldText(message.slice(0, longestRead).replaceAll('_', ' '));
  let fallback: Said | null = null;
  for (const language of languagesOf(text)) {
    const said = firstSaid(language, text);
    if (said && !weak.has(said.kind)) return withLeg(said, text);
    fallback = said?.kind === 'customs' ? said : (fallback ?? said);
    if (fallback && surelyEnglish.test(text)) break;
  }
  return fallback && withLeg(fallback, text);
}

function languagesOf(text: string): readonly Language[] {
  return scripts.find(([script]) => script.test(text))?.[1] ?? latin;
}

function firstSaid(language: Language, text: string): Said | null {
  for (const { rules, any } of language) {
    const found = any.test(text) && rules.find((rule) => holds(rule, text));
    if (found) return withCause(found.said, language, text);
  }
  return null;
}

function holds({ when, unless }: MessageRule, text: string): boolean {
  return when.test(text) && !unless?.test(text);
}

/** Why a parcel goes back is often told in the same breath: "refused, returned to sender". */
const causes: ReadonlySet<ScanKind> = new Set([
  'customs-held',
  'refused',
  'address-problem',
  'damaged',
  'attempt-failed',
]);

function withCause(said: Said, language: Language, text: string): Said {
  if (said.kind !== 'returning' && said.kind !== 'returned') return said;
  const cause = language
    .flatMap(({ rules }) => rules)
    .find((rule) => causes.has(rule.said.kind) && holds(rule, text));
  return cause ? { ...said, party: cause.said.party, reason: cause.said.reason } : said;
}

/** Which border it is at, where customs or the way itself name it in any language. */
const borders: readonly (readonly [RegExp, Leg])[] = [
  [/\b(export|ausfuhr|esporta|eksport|uitvoer|outbound)|出口|輸出|수출|экспорт/, 'export'],
  [/\b(import|einfuhr|invoer|inbound|destination country)|进口|進口|輸入|수입|импорт/, 'import'],
];
const atABorder: ReadonlySet<ScanKind> = new Set(['customs', 'customs-held', 'customs-cleared']);

function withLeg(said: Said, text: string): Said {
  if (said.leg !== null || !atABorder.has(said.kind)) return said;
  const border = borders.find(([words]) => words.test(text));
  return border ? { ...said, leg: border[1] } : said;
}
