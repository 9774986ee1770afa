import type { Meaning } from '#app/domain/intent.ts';
import type { Example } from './examples.ts';

/*
 * Buyers seldom write of one thing alone: they praise the delivery before they tell what broke, and are disappointed after.
 * What is said more plainly decides: a text of either kind with one of a weaker kind before or after it is of the stronger.
 */
const weaker: Readonly<Record<Meaning, readonly Meaning[]>> = {
  bereavement: ['return-or-exchange', 'cancel', 'none', 'dissatisfied'],
  safety: ['not-as-described', 'dissatisfied', 'none'],
  health: ['dissatisfied', 'none', 'return-or-exchange'],
  'changed-mind': ['dissatisfied', 'return-or-exchange', 'none'],
  'missing-items': ['dissatisfied', 'none', 'return-or-exchange'],
  damaged: ['dissatisfied', 'none', 'return-or-exchange'],
  'not-received': ['dissatisfied', 'late'],
  late: ['dissatisfied', 'none'],
  'not-as-described': ['dissatisfied', 'none', 'return-or-exchange'],
  dissatisfied: ['none'],
  'return-or-exchange': ['none'],
  cancel: ['none'],
  none: ['none'],
};

/** So many of each text, in the language of both; the same for the same texts. */
export function mixtures(examples: readonly Example[], ofEach: number): readonly Example[] {
  return examples.flatMap((example, index) =>
    Array.from({ length: ofEach }, (_, turn): Example[] => {
      const kinds = weaker[example.meaning];
      const kind = kinds[(index + turn) % kinds.length];
      const others = examples.filter(
        (other) => other.language === example.language && other.meaning === kind,
      );
      const other = others[(index * 7 + turn * 13) % Math.max(1, others.length)];
      if (!other || other === example) return [];
      const texts = [example.text, other.text];
      // What comes after a "but" is told apart by the lexicon; here either may stand first.
      const ordered = (index + turn) % 2 === 0 ? texts : texts.toReversed();
      return [{ ...example, text: ordered.join('. ') }];
    }).flat(),
  );
}
