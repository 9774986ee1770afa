import { asides, type Aside, type Concept } from './concepts.ts';
import { deniesAfterwards, type Language } from './languages.ts';
import { hitsIn, type Hit } from './lexicon.ts';

/** A thing that a text says, where it stands in the normalised text, and how it is meant. */
export interface SaidThing {
  readonly concept: Concept;
  readonly from: number;
  readonly to: number;
  /** "Not broken". */
  readonly denied: boolean;
  /** "If it were broken". */
  readonly supposed: boolean;
  /** After a "but": what follows it weighs more than what stands before. */
  readonly afterContrast: boolean;
}

/** Said with a "not" of their own in most languages: another before it belongs to it, or makes it stronger. */
const denying: ReadonlySet<Concept> = new Set([
  'not-working',
  'stopped-working',
  'not-as-pictured',
  'incompatible',
  'not-recommend',
  'no-effect',
  'still-waiting',
  'not-shipped',
  'never-received',
  'no-longer-needed',
  'misunderstood',
  'bad-service',
  'want-cancel',
  'refund-pending',
]);

/** Words between a "not" and what it denies. */
const reach = 3;

const asideSet: ReadonlySet<string> = new Set(asides);

export function whatIsSaid(text: string, language: Language): readonly SaidThing[] {
  const hits = hitsIn(text, language);
  const standing = (means: Aside) => hits.filter((hit) => hit.means === means);
  const negations = standing('negation');
  const suppositions = standing('hypothetical');
  const contrasts = standing('contrast');
  const firstContrast = contrasts[0]?.to ?? Infinity;
  return hits.flatMap((hit) => {
    if (!isConcept(hit.means)) return [];
    const { from, to } = hit;
    return [
      {
        concept: hit.means,
        from,
        to,
        denied:
          !denying.has(hit.means) &&
          negations.some((negation) => denies(negation, hit, text, language)),
        supposed: suppositions.some((one) => isNear(one, hit, text)),
        afterContrast: from >= firstContrast,
      },
    ];
  });
}

function isConcept(means: Hit['means']): means is Concept {
  return !asideSet.has(means);
}

function denies(negation: Hit, hit: Hit, text: string, language: Language): boolean {
  if (isNear(negation, hit, text)) return true;
  return deniesAfterwards(language) && isNear(hit, negation, text);
}

/** Whether the one stands shortly before the other, in the same clause. */
function isNear(first: Hit, second: Hit, text: string): boolean {
  if (first.to > second.from) return false;
  const between = text.slice(first.to, second.from);
  if (between.includes(',')) return false;
  // Without spaces a word is about two characters.
  const words = between.includes(' ')
    ? between.trim().split(' ').filter(Boolean).length
    : between.length / 2;
  return words <= reach;
}
