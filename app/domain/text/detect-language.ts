import { eld } from 'eld/small';
import { isRead, type Language } from './languages.ts';

/** Which language a text is in, as far as it can be told. */
export interface DetectedLanguage {
  /** ISO 639-1. */
  readonly code: string;
  /** Those of the languages read here that it may be, the likeliest first; none where it is surely another. */
  readonly read: readonly Language[];
}

/** A language that is not read here must be this much likelier: neighbours (Slovak, Galician) look alike in few words. */
const likelier = 1.15;

/** Of the languages that are read, those this near to the likeliest may be meant as well. */
const near = 0.88;

/** Null where there are too few letters to tell. */
export function detectLanguage(text: string): DetectedLanguage | null {
  const script = scriptOf(text);
  if (script === null) return null;
  if (script !== 'alphabet') return { code: script, read: [script] };
  const scores = Object.entries(eld.detect(text).getScores()).map(([code, score]) => ({
    code: oneOf(code),
    score,
  }));
  scores.sort((a, b) => b.score - a.score);
  const [best] = scores;
  if (!best) return null;
  const read = scores.flatMap(({ code, score }) => (isRead(code) ? [{ code, score }] : []));
  const first = read[0];
  if (!first || best.score > first.score * likelier) return { code: best.code, read: [] };
  return {
    code: first.code,
    read: read.filter(({ score }) => score >= first.score * near).map(({ code }) => code),
  };
}

/** The detector knows Indonesian and Malay as one. */
function oneOf(code: string): string {
  return code === 'ms' ? 'id' : code;
}

/** The language, where the script leaves but one of those that are read. */
function scriptOf(text: string): 'ja' | 'ko' | 'zh' | 'alphabet' | null {
  const letters = count(text, /\p{L}/gu);
  if (letters < 2) return null;
  const kana = count(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = count(text, /\p{Script=Han}/gu);
  const hangul = count(text, /\p{Script=Hangul}/gu);
  // A model number or a brand in Latin letters does not make it another language: one such sign says as much as three.
  if ((kana + han + hangul) * 3 < letters - kana - han - hangul) return 'alphabet';
  if (hangul >= kana + han) return 'ko';
  return kana * 8 >= han ? 'ja' : 'zh';
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
