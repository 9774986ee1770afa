import { softmax, type Scores } from '#app/domain/text/scores.ts';

/** What the two tables say of a text, and which class it is of. */
export interface Judged {
  readonly concepts: Scores;
  readonly shapes: Scores;
  readonly label: number;
}

export interface Calibration {
  readonly weightOfConcepts: number;
  readonly weightOfShapes: number;
  readonly leastConfidence: number;
  readonly sureFrom: number;
  readonly keptAside: number;
}

/** How much to heed each table, and from which confidence on, by texts that neither was made on. */
export function calibrate(texts: readonly Judged[]): Calibration {
  const weights = likeliestWeights(texts);
  const rated = texts.map((text) => {
    const scores = softmax(mixed(text, weights));
    const confidence = Math.max(...scores);
    return { confidence, right: scores.indexOf(confidence) === text.label };
  });
  return {
    weightOfConcepts: weights[0],
    weightOfShapes: weights[1],
    leastConfidence: breakEven,
    sureFrom: sureFrom(rated),
    keptAside: texts.length,
  };
}

type Weights = readonly [number, number];

function mixed({ concepts, shapes }: Judged, [ofConcepts, ofShapes]: Weights): Scores {
  return concepts.map((one, index) => one * ofConcepts + (shapes[index] ?? 0) * ofShapes);
}

const grid = 0.05;
const heaviest = 4;

/** Those that make what the texts are the likeliest, found by going downhill on a grid. */
function likeliestWeights(texts: readonly Judged[]): Weights {
  let best: Weights = [1, 1];
  let least = surprise(texts, best);
  for (let stride = 16; stride >= 1;) {
    const around = [
      [stride, 0],
      [-stride, 0],
      [0, stride],
      [0, -stride],
    ].map(([a = 0, b = 0]): Weights => [stepped(best[0], a), stepped(best[1], b)]);
    const better = around.find((weights) => surprise(texts, weights) < least);
    if (better) {
      best = better;
      least = surprise(texts, better);
    } else stride /= 2;
  }
  return best;
}

function stepped(weight: number, steps: number): number {
  const moved = Math.round(weight / grid + steps) * grid;
  return Number(Math.min(heaviest, Math.max(0, moved)).toFixed(2));
}

function surprise(texts: readonly Judged[], weights: Weights): number {
  return texts.reduce(
    (sum, text) => sum - Math.log(softmax(mixed(text, weights))[text.label] ?? 0),
    0,
  );
}

interface Rated {
  readonly confidence: number;
  readonly right: boolean;
}

/** What a wrong reading near the threshold costs beside what a right one gains: the line acts on much surer ones only. */
const costOfWrong = 0.5;

/** The confidence below which readings do more harm than good, once a confidence is how often readings hold. */
const breakEven = Number((costOfWrong / (1 + costOfWrong)).toFixed(2));

/** Fewer say nothing. */
const fewest = 20;

/** The lowest confidence from which on 95 of 100 hold. */
function sureFrom(rated: readonly Rated[]): number {
  for (let from = 0.5; from < 1; from += 0.01) {
    const above = rated.filter(({ confidence }) => confidence >= from);
    if (above.length >= fewest && share(above) >= 0.95) return Number(from.toFixed(2));
  }
  throw new Error('no confidence holds in 95 of 100');
}

function share(rated: readonly Rated[]): number {
  return rated.filter(({ right }) => right).length / rated.length;
}
