import { meanings } from '#app/domain/intent.ts';
import {
  conceptBuckets,
  conceptFeatures,
  shapeBuckets,
  shapeFeatures,
} from '#app/domain/text/features.ts';
import { hear, hearAs, type Heard } from '#app/domain/text/hear.ts';
import type { ShippedModel } from '#app/domain/text/model.ts';
import { tableOf } from '#app/domain/text/table.ts';
import { calibrate } from './calibrate.ts';
import { examplesIn, type Example } from './examples.ts';
import { mixtures } from './mixtures.ts';
import { pack } from './pack.ts';
import { learn } from './softmax.ts';

const mixturesOfEach = 3;

/** Learns from training/examples, and from training/kept-aside how much to heed what; the same texts give the same bytes. */
export function train(): string {
  const written = examplesIn('training/examples');
  const examples = [...written, ...mixtures(written, mixturesOfEach)].map((example) => ({
    heard: hearAs(example.text, example.language),
    label: labelOf(example),
  }));
  const classes = meanings.length;
  const concepts = pack(
    learn(
      examples.map(({ heard, label }) => ({ features: conceptFeatures(heard.said), label })),
      { places: conceptBuckets, classes, epochs: 20, rate: 0.05, decay: 0.01, leastSeen: 3 },
    ),
    classes,
  );
  const shapes = pack(
    learn(
      examples.map(({ heard, label }) => ({ features: shapesOf(heard), label })),
      { places: shapeBuckets, classes, epochs: 10, rate: 0.1, decay: 0.01, leastSeen: 2 },
    ),
    classes,
  );
  const byConcepts = tableOf(concepts, conceptBuckets);
  const byShapes = tableOf(shapes, shapeBuckets);
  const judged = examplesIn('training/kept-aside').flatMap((example) => {
    const { heard } = hear(example.text);
    if (!heard) return [];
    return [
      {
        concepts: byConcepts.say(conceptFeatures(heard.said)),
        shapes: byShapes.say(shapesOf(heard)),
        label: labelOf(example),
      },
    ];
  });
  const model: ShippedModel = { ...calibrate(judged), concepts, shapes };
  return `${JSON.stringify(model, null, 1)}\n`;
}

function shapesOf({ written, language }: Heard): readonly number[] {
  return shapeFeatures(written.text, language);
}

function labelOf({ meaning }: Example): number {
  return meanings.indexOf(meaning);
}
