import { normOf, softmax } from '#app/domain/text/scores.ts';

/** A text as the places of its features, and the class that it is of. */
export interface Sample {
  readonly features: readonly number[];
  readonly label: number;
}

export interface Course {
  readonly places: number;
  readonly classes: number;
  readonly epochs: number;
  readonly rate: number;
  /** How strongly weights are drawn towards 0. */
  readonly decay: number;
  /** Features of fewer samples have no weight: they are somebody's wording. */
  readonly leastSeen: number;
}

/**
 * Weights of a softmax regression, place by place, every class of a place side by side. The same samples give the same
 * weights to the last bit: the order is shuffled by a fixed sequence. AdaGrad (Duchi, Hazan, Singer 2011).
 */
export function learn(samples: readonly Sample[], course: Course): Float64Array {
  const { places, classes, epochs, rate, decay, leastSeen } = course;
  const weights = new Float64Array(places * classes);
  const steps = new Float64Array(places * classes);
  const seen = new Uint32Array(places);
  for (const { features } of samples) for (const one of features) seen[one] = at(seen, one) + 1;
  const order = samples.map((_, index) => index);
  const next = sequence();
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, next);
    for (const index of order) {
      const sample = samples[index];
      if (sample) step(sample);
    }
  }
  return weights;

  function step({ features, label }: Sample): void {
    const norm = normOf(features.length);
    const scores = Array.from({ length: classes }, (_, one) =>
      features.reduce((sum, feature) => sum + at(weights, feature * classes + one), 0),
    );
    const likely = softmax(scores.map((score) => score * norm));
    const errors = likely.map((one, index) => (one - (index === label ? 1 : 0)) * norm);
    for (const feature of features) {
      if (at(seen, feature) < leastSeen) continue;
      for (let one = 0; one < classes; one += 1) {
        const place = feature * classes + one;
        const slope = (errors[one] ?? 0) + decay * at(weights, place);
        steps[place] = at(steps, place) + slope * slope;
        weights[place] = at(weights, place) - (rate * slope) / Math.sqrt(at(steps, place) + 1e-8);
      }
    }
  }
}

function at(list: Float64Array | Uint32Array, index: number): number {
  return list[index] ?? 0;
}

/** Numbers from 0 to below 1, always the same (Park and Miller's minimal standard). */
function sequence(): () => number {
  let state = 20_261_125;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function shuffle(list: number[], next: () => number): void {
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    const held = list[last] ?? 0;
    list[last] = list[other] ?? 0;
    list[other] = held;
  }
}
