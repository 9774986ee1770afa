import type { ReportProblem } from '../case-facts.ts';
import type { Intent, ReadIntent } from '../intent.ts';
import type { LinePart } from '../remedy/stake.ts';
import type { Look } from '../scenarios/scenario.ts';
import type { Instant } from '../time.ts';

/** One thing that a buyer said about a given problem, in a report, a message or a return. */
export interface Telling {
  readonly source: 'report' | 'return' | 'message';
  readonly at: Instant;
  /** 0 to 1: a problem that was picked from a list is certain, a text is as sure as its reading. */
  readonly confidence: number;
  /** The words that tell it; null where it was picked from a list alone. */
  readonly reading: ReadIntent | null;
  readonly photos: number;
  /** What it is about; empty means the whole order. */
  readonly lines: readonly LinePart[];
}

/** What is listened for. */
export interface Listening {
  readonly problems: readonly ReportProblem[];
  readonly intents: readonly Intent[];
  /** ReturnReason values. */
  readonly returnReasons: readonly string[];
}

/** Readings below this are not heard: too many texts mention what they are not about. */
const leastConfidence = 0.6;

/** What was said until now about any of these, the surest first, then the oldest. */
export function tellingsOf(look: Look<unknown>, listening: Listening): readonly Telling[] {
  const { order, signals } = look.facts;
  // Most buyers never say a word.
  const silent = signals.reports.length + signals.messages.length + order.returns.length === 0;
  if (silent) return [];
  const known = new Set(order.lines.map(({ lineItemId }) => lineItemId));
  const reports = signals.reports.flatMap((report): readonly Telling[] => {
    const picked = listening.problems.includes(report.problem);
    const lines = report.lines.filter(({ lineItemId }) => known.has(lineItemId));
    const reading = heardIn(report.intents, listening);
    return heard(
      { source: 'report', at: report.at, photos: report.photos, lines },
      picked,
      reading,
    );
  });
  const messages = signals.messages.flatMap(({ at, intents }) =>
    heard({ source: 'message', at, photos: 0, lines: [] }, false, heardIn(intents, listening)),
  );
  const returns = order.returns
    .filter(({ status }) => !givenUp.has(status.toUpperCase()))
    .flatMap(({ requestedAt, lines }) =>
      lines.flatMap((line): readonly Telling[] => {
        const picked = line.reason !== null && isListed(line.reason, listening.returnReasons);
        const reading = heardIn(line.intents, listening);
        return heard(
          { source: 'return', at: requestedAt, photos: 0, lines: [line] },
          picked,
          reading,
        );
      }),
    );
  return [...reports, ...returns, ...messages]
    .filter(({ at }) => look.clock.hasPassed(at))
    .sort((a, b) => b.confidence - a.confidence || b.photos - a.photos || (a.at < b.at ? -1 : 1));
}

/** ReturnStatus values of returns that are no longer meant. */
const givenUp = new Set(['CANCELED', 'CANCELLED', 'DECLINED']);

function isListed(reason: string, reasons: readonly string[]): boolean {
  return reasons.includes(reason.toUpperCase());
}

function heard(
  telling: Omit<Telling, 'confidence' | 'reading'>,
  picked: boolean,
  reading: ReadIntent | null,
): readonly Telling[] {
  if (picked) return [{ ...telling, confidence: 1, reading }];
  if (!reading) return [];
  return [{ ...telling, confidence: Math.min(mostOfText, reading.confidence), reading }];
}

/** A text alone is never as sure as a problem that was picked. */
const mostOfText = 0.9;

function heardIn(intents: readonly ReadIntent[], { intents: wanted }: Listening) {
  return intents
    .filter(({ intent, confidence }) => wanted.includes(intent) && confidence >= leastConfidence)
    .reduce<ReadIntent | null>(
      (surest, one) => (surest && surest.confidence >= one.confidence ? surest : one),
      null,
    );
}
