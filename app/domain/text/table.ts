import { meanings } from '../intent.ts';
import { at, normOf, type Scores } from './scores.ts';

/** A table of weights as it is shipped: 8 bits each, place by place, every meaning of a place side by side. */
export interface ShippedTable {
  /** What one step of each meaning's weights is worth. */
  readonly steps: readonly number[];
  /** Base64. */
  readonly weights: string;
}

export interface Table {
  /** What a text's features say for each meaning, by their number: a long text is not surer for its length. */
  readonly say: (features: readonly number[]) => Scores;
}

/** @throws when it has not the weights of so many places */
export function tableOf({ steps, weights }: ShippedTable, places: number): Table {
  const packed = Uint8Array.from(atob(weights), (unit) => unit.charCodeAt(0));
  if (packed.length !== places * meanings.length) {
    throw new Error(`the model has ${packed.length} weights for ${places} places`);
  }
  const table = new Int8Array(packed.buffer);
  return {
    say(features) {
      const sums = meanings.map(() => 0);
      for (const feature of features) {
        const from = feature * meanings.length;
        for (let meaning = 0; meaning < sums.length; meaning += 1) {
          sums[meaning] = at(sums, meaning) + at(table, from + meaning);
        }
      }
      const norm = normOf(features.length);
      return sums.map((sum, meaning) => sum * at(steps, meaning) * norm);
    },
  };
}
