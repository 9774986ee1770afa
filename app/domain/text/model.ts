import { conceptBuckets, conceptFeatures, shapeBuckets, shapeFeatures } from './features.ts';
import type { Heard } from './hear.ts';
import type { Language } from './languages.ts';
import shipped from './model/weights.json' with { type: 'json' };
import { at, softmax, type Scores } from './scores.ts';
import { tableOf, type ShippedTable, type Table } from './table.ts';
import type { SaidThing } from './what-is-said.ts';

/** What `npm run train-messages` writes. */
export interface ShippedModel {
  readonly concepts: ShippedTable;
  readonly shapes: ShippedTable;
  /** How much either says, so that a confidence is how often it holds. */
  readonly weightOfConcepts: number;
  readonly weightOfShapes: number;
  /** Below it a reading is wrong too often to be worth more than a question. */
  readonly leastConfidence: number;
  /** From it on, readings held in 95 of 100 of the texts kept aside. */
  readonly sureFrom: number;
  /** How many texts were kept aside for these figures. */
  readonly keptAside: number;
}

const model: ShippedModel = shipped;

export const thresholds = {
  leastConfidence: model.leastConfidence,
  sureFrom: model.sureFrom,
  keptAside: model.keptAside,
} as const;

/** How likely each meaning is; each of the three sums to 1. */
export interface Scored {
  readonly both: Scores;
  /** By what the lexicon found alone. */
  readonly concepts: Scores;
  /** By the shape of the words alone. */
  readonly shapes: Scores;
}

/** How much a text says of each meaning. */
export function score({ said, written, language }: Heard): Scored {
  const byConcepts = scoreOfConcepts(said);
  const byShapes = tables().shapes.say(shapeFeatures(written.text, language));
  const both = byConcepts.map(
    (value, index) => value * model.weightOfConcepts + at(byShapes, index) * model.weightOfShapes,
  );
  return { both: softmax(both), concepts: softmax(byConcepts), shapes: softmax(byShapes) };
}

/** What the things that are said speak for, before it is made a likelihood. */
export function scoreOfConcepts(said: readonly SaidThing[]): Scores {
  return tables().concepts.say(conceptFeatures(said));
}

/** What the shape of a single word speaks for. */
export function shapeOfWord(word: string, language: Language): Scores {
  return tables().shapes.say(shapeFeatures(word, language));
}

let open: { readonly concepts: Table; readonly shapes: Table } | null = null;

/** Unpacked when the first text is read. */
function tables() {
  open ??= {
    concepts: tableOf(model.concepts, conceptBuckets),
    shapes: tableOf(model.shapes, shapeBuckets),
  };
  return open;
}
