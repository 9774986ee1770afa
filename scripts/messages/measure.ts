import { meanings, type Meaning } from '#app/domain/intent.ts';
import { readText } from '#app/domain/text/read-text.ts';
import type { LabelledText } from './labelled.ts';

type Answer = Meaning | 'unknown';

interface Judged extends LabelledText {
  readonly answer: Answer;
  /** Of the likeliest meaning. */
  readonly confidence: number;
}

export interface OfOne {
  readonly texts: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface Measured {
  readonly texts: number;
  readonly accuracy: number;
  /** Of the meanings that occur; `unknown` counts as wrong. */
  readonly macroF1: number;
  readonly unknown: number;
  /** Of what was read, how much is right. */
  readonly precision: number;
  /** The largest share whose readings, taken from the surest on, hold in 95 of 100; and the confidence it begins at. */
  readonly coverageAt95: number;
  readonly confidenceAt95: number;
  readonly byMeaning: Readonly<Partial<Record<Meaning, OfOne>>>;
  readonly byLanguage: Readonly<
    Record<string, { texts: number; accuracy: number; macroF1: number }>
  >;
  /** Rows: what it is; columns: what was read. */
  readonly confusion: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly microsecondsPerText: number;
  readonly microsecondsAtWorst: number;
}

export function measure(texts: readonly LabelledText[]): Measured {
  // Unpacking the model and compiling the lexicons is not reading.
  for (const { text } of texts) readText(text);
  const times: number[] = [];
  const judged = texts.map((text): Judged => {
    const start = performance.now();
    const { meaning, ranked } = readText(text.text);
    times.push((performance.now() - start) * 1000);
    return { ...text, answer: meaning ?? 'unknown', confidence: ranked[0]?.confidence ?? 0 };
  });
  const read = judged.filter(({ answer }) => answer !== 'unknown');
  const languages = [...new Set(judged.map(({ lang }) => lang))].sort();
  return {
    texts: judged.length,
    accuracy: share(judged, isRight),
    macroF1: macroF1Of(judged),
    unknown: 1 - read.length / judged.length,
    precision: share(read, isRight),
    ...coverageAt95(judged),
    byMeaning: Object.fromEntries(occurring(judged).map((one) => [one, ofOne(judged, one)])),
    byLanguage: Object.fromEntries(
      languages.map((lang) => {
        const own = judged.filter((one) => one.lang === lang);
        return [
          lang,
          { texts: own.length, accuracy: share(own, isRight), macroF1: macroF1Of(own) },
        ];
      }),
    ),
    confusion: confusionOf(judged),
    microsecondsPerText: times.reduce((sum, time) => sum + time, 0) / times.length,
    microsecondsAtWorst: Math.max(...times),
  };
}

function isRight({ answer, intent }: Judged): boolean {
  return answer === intent;
}

function share<T>(list: readonly T[], holds: (one: T) => boolean): number {
  return list.length === 0 ? 0 : list.filter(holds).length / list.length;
}

function occurring(judged: readonly Judged[]): readonly Meaning[] {
  return meanings.filter((meaning) => judged.some(({ intent }) => intent === meaning));
}

function macroF1Of(judged: readonly Judged[]): number {
  const scores = occurring(judged).map((meaning) => ofOne(judged, meaning).f1);
  return scores.reduce((sum, one) => sum + one, 0) / Math.max(1, scores.length);
}

function ofOne(judged: readonly Judged[], meaning: Meaning): OfOne {
  const are = judged.filter(({ intent }) => intent === meaning);
  const said = judged.filter(({ answer }) => answer === meaning);
  const precision = share(said, isRight);
  const recall = share(are, isRight);
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { texts: are.length, precision, recall, f1 };
}

function coverageAt95(judged: readonly Judged[]) {
  const sure = judged
    .filter(({ answer }) => answer !== 'unknown')
    .sort((a, b) => b.confidence - a.confidence);
  let right = 0;
  let best = { coverageAt95: 0, confidenceAt95: 1 };
  for (const [index, one] of sure.entries()) {
    if (isRight(one)) right += 1;
    // A confidence that several share is a bound only after the last of them.
    if (sure[index + 1]?.confidence === one.confidence) continue;
    if (right / (index + 1) >= 0.95) {
      best = { coverageAt95: (index + 1) / judged.length, confidenceAt95: one.confidence };
    }
  }
  return best;
}

function confusionOf(judged: readonly Judged[]): Measured['confusion'] {
  const rows: Record<string, Record<string, number>> = {};
  for (const { intent, answer } of judged) {
    const row = (rows[intent] ??= {});
    row[answer] = (row[answer] ?? 0) + 1;
  }
  return rows;
}
