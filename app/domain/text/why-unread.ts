import type { Meaning } from '../intent.ts';
import { thresholds, type Scored } from './model.ts';
import { rank } from './scores.ts';

/** Why a text is `unknown`. */
export const unreadCauses = [
  'nothing-said',
  'language-not-read',
  'unsure',
  'lexicon-and-model-differ',
  'two-intents',
] as const;
export type UnreadCause = (typeof unreadCauses)[number];

/** A confidence from which lexicon and model each stand by what they say. */
const strong = 0.6;
/** Two meanings that share a text nearly evenly. */
const bothStrong = 0.4;

/** Whether the one or the other, a look at the parcel tells. */
const toldByFacts: ReadonlySet<Meaning> = new Set(['late', 'not-received']);

/** Why it is better to ask than to believe the likeliest meaning; null where that is believed. */
export function whyUnread({ both, concepts, shapes }: Scored): UnreadCause | null {
  const [first, second] = rank(both);
  const decided = toldByFacts.has(first.meaning) && toldByFacts.has(second.meaning);
  const confidence = decided ? first.confidence + second.confidence : first.confidence;
  if (confidence < thresholds.leastConfidence) return 'unsure';
  if (decided) return null;
  if (second.confidence >= bothStrong) return 'two-intents';
  const [lexicon] = rank(concepts);
  const [model] = rank(shapes);
  const differ = lexicon.meaning !== model.meaning && confidence < thresholds.sureFrom;
  const standBy = Math.min(lexicon.confidence, model.confidence) >= strong;
  return differ && standBy ? 'lexicon-and-model-differ' : null;
}
