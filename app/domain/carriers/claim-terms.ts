import type { Deadline } from '../claim.ts';
import type { RuleId } from '../law/rules.ts';
import { addDays, type Instant } from '../time.ts';

/** What is asked of the carrier. */
export interface Lost {
  readonly carrier: string | null;
  readonly crossBorder: boolean;
  /** When the label was made. */
  readonly shippedAt: Instant;
  readonly lastScanAt: Instant | null;
  readonly deliveredAt: Instant | null;
  readonly problem: 'lost' | 'damaged' | 'late' | 'not-received';
}

/** How a carrier takes claims; ageing copies of its terms, to be checked with it. */
export interface ClaimTerms {
  /** Before then the carrier takes no inquiry; null for not known. */
  readonly opensAt: Instant | null;
  readonly deadline: Deadline | null;
  /** The most that it pays. */
  readonly cap: { readonly amount: string; readonly currency: string } | null;
  readonly rule: RuleId;
}

type Terms = (
  asked: Lost & { readonly carrier: string },
) => Omit<ClaimTerms, 'rule' | 'deadline'> & { readonly by: Instant | null };

const since = ({ shippedAt }: Lost, days: number) => addDays(shippedAt, days);
const notKnown = { opensAt: null, by: null, cap: null };

/*
 * Sources: the field's numbers, "Carrier facts". Days that a carrier counts from hand-over are counted from the label,
 * which comes earlier: a deadline is then the safer day, and an opening a day or two early. What a carrier counts from its
 * own delivery standard is not known here.
 */
const termsOf: readonly (readonly [RegExp, RuleId, Terms])[] = [
  [
    /4px|递四方/i,
    'carrier-claim-4px',
    (asked) =>
      asked.lastScanAt
        ? // Once the post has it the line pays nothing: what is left is its inquiry.
          { opensAt: since(asked, 9), by: since(asked, 60), cap: null }
        : {
            opensAt: since(asked, 30),
            by: since(asked, 90),
            cap: { amount: '100', currency: 'USD' },
          },
  ],
  [
    /usps|united states postal/i,
    'carrier-claim-usps',
    (asked) => {
      const { carrier, crossBorder, problem } = asked;
      if (problem === 'damaged') return { opensAt: null, by: since(asked, 60), cap: null };
      if (!crossBorder) {
        const express = /express/i.test(carrier);
        return { opensAt: since(asked, express ? 7 : 15), by: since(asked, 60), cap: null };
      }
      // No inquiry is taken for First-Class Package International.
      if (/first.?class/i.test(carrier)) return notKnown;
      return { opensAt: since(asked, 7), by: since(asked, 180), cap: null };
    },
  ],
  [
    /royal\s*mail/i,
    'carrier-claim-royal-mail',
    (asked) => ({ opensAt: null, by: since(asked, asked.crossBorder ? 180 : 80), cap: null }),
  ],
  [/australia\s*post|auspost/i, 'carrier-claim-auspost', () => notKnown],
  [/canada\s*post|postes\s*canada/i, 'carrier-claim-canada-post', () => notKnown],
  [
    /fed\s*ex|federal express/i,
    'carrier-claim-fedex',
    (asked) => {
      if (!asked.crossBorder) return { opensAt: null, by: since(asked, 60), cap: null };
      const { deliveredAt, problem } = asked;
      // Of goods that came damaged or late it wants to hear within three weeks, of those that did not come within nine months.
      const came = deliveredAt !== null && (problem === 'damaged' || problem === 'late');
      return {
        opensAt: null,
        by: came ? addDays(deliveredAt, 21) : since(asked, 270),
        cap: null,
      };
    },
  ],
  [
    /\bups\b|united parcel/i,
    'carrier-claim-ups',
    (asked) => ({ opensAt: null, by: since(asked, 60), cap: null }),
  ],
];

/** The terms of the parcel's carrier; null when they are not known here. */
export function claimTermsOf(asked: Lost): ClaimTerms | null {
  const { carrier } = asked;
  if (carrier === null) return null;
  const found = termsOf.find(([name]) => name.test(carrier));
  if (!found) return null;
  const [, rule, terms] = found;
  const { opensAt, by, cap } = terms({ ...asked, carrier });
  return { opensAt, cap, rule, deadline: by && { kind: 'carrier-claim', at: by, rule } };
}
