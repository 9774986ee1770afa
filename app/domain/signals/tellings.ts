import type { ReportProblem } from '../case-facts.ts';
import type { Intent, ReadIntent } from '../intent.ts';
import { heardFromStart, type HeardFrom } from '../learning/heard-from.ts';
import type { LinePart } from '../remedy/stake.ts';
import type { Look } from '../scenarios/scenario.ts';
import type { Instant } from '../time.ts';

/** One thing that a buyer said about a given problem, in a report, a message, a return or the order's note. */
export interface Telling {
  readonly source: 'report' | 'return' | 'message' | 'note';
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

/** What was said until now about any of these, the surest first, then the oldest. */
export function tellingsOf(look: Look<unknown>, listening: Listening): readonly Telling[] {
  const { order, signals, shop } = look.facts;
  // Most buyers never say a word.
  const texts = signals.reports.length + signals.messages.length + order.returns.length;
  if (texts === 0 && order.note === null) return [];
  const { heardFrom } = shop;
  const heardIn = (intents: readonly ReadIntent[]) => surestOf(intents, listening, heardFrom);
  const known = new Set(order.lines.map(({ lineItemId }) => lineItemId));
  const reports = signals.reports.flatMap((report): readonly Telling[] => {
    const picked = listening.problems.includes(report.problem);
    const lines = report.lines.filter(({ lineItemId }) => known.has(lineItemId));
    const reading = heardIn(report.intents);
    return heard(
      { source: 'report', at: report.at, photos: report.photos, lines },
      picked,
      reading,
    );
  });
  const messages = signals.messages.flatMap(({ at, intents }) =>
    heard({ source: 'message', at, photos: 0, lines: [] }, false, heardIn(intents)),
  );
  const returns = order.returns
    .filter(({ status }) => !givenUp.has(status.toUpperCase()))
    .flatMap(({ requestedAt, lines }) =>
      lines.flatMap((line): readonly Telling[] => {
        const picked = line.reason !== null && isListed(line.reason, listening.returnReasons);
        const reading = heardIn(line.intents);
        return heard(
          { source: 'return', at: requestedAt, photos: 0, lines: [line] },
          picked,
          reading,
        );
      }),
    );
  const notes = order.note
    ? heard(
        { source: 'note', at: order.note.at, photos: 0, lines: [] },
        false,
        heardIn(order.note.intents),
      )
    : [];
  return [...reports, ...returns, ...messages, ...notes]
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

function surestOf(
  intents: readonly ReadIntent[],
  { intents: wanted }: Listening,
  heardFrom: HeardFrom,
): ReadIntent | null {
  return intents
    .filter(({ intent, confidence, reader = 'own' }) => {
      const least = heardFrom[reader]?.[intent] ?? heardFromStart;
      return wanted.includes(intent) && confidence >= least;
    })
    .reduce<ReadIntent | null>(
      (surest, one) => (surest && surest.confidence >= one.confidence ? surest : one),
      null,
    );
}
