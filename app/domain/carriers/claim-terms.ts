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
  asked: Lost,
) => Omit<ClaimTerms, 'rule' | 'deadline'> & { readonly by: Instant | null };

const since = ({ shippedAt }: Lost, days: number) => addDays(shippedAt, days);

/*
 * Sources: the field's numbers, "Carrier facts". Days that a carrier counts from hand-over are counted from the label,
 * which comes earlier and so is the safer day.
 */
const termsOf: readonly (readonly [RegExp, RuleId, Terms])[] = [
  [
    /4px|递四方/i,
    'carrier-claim-4px',
    (asked) => ({
      opensAt: since(asked, 9),
      // After the pick-up the postal line pays nothing, and its inquiry closes on day 60.
      by: since(asked, asked.lastScanAt ? 60 : 90),
      cap: asked.lastScanAt ? null : { amount: '100', currency: 'USD' },
    }),
  ],
  [
    /usps|united states postal/i,
    'carrier-claim-usps',
    (asked) =>
      asked.crossBorder
        ? {
            opensAt: since(asked, 7),
            by: since(asked, asked.problem === 'damaged' ? 60 : 180),
            cap: null,
          }
        : { opensAt: since(asked, 15), by: since(asked, 60), cap: null },
  ],
  [
    /royal\s*mail/i,
    'carrier-claim-royal-mail',
    (asked) => ({ opensAt: null, by: since(asked, asked.crossBorder ? 180 : 80), cap: null }),
  ],
  [
    /australia\s*post|auspost/i,
    'carrier-claim-auspost',
    (asked) => ({ opensAt: since(asked, asked.crossBorder ? 15 : 3), by: null, cap: null }),
  ],
  [
    /canada\s*post|postes\s*canada/i,
    'carrier-claim-canada-post',
    () => ({ opensAt: null, by: null, cap: null }),
  ],
  [
    /fedex|federal express/i,
    'carrier-claim-fedex',
    (asked) => {
      if (!asked.crossBorder) return { opensAt: null, by: since(asked, 60), cap: null };
      const told = asked.deliveredAt ? addDays(asked.deliveredAt, 21) : since(asked, 270);
      return { opensAt: null, by: told, cap: null };
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
  const found = carrier !== null && termsOf.find(([name]) => name.test(carrier));
  if (!found) return null;
  const [, rule, terms] = found;
  const { opensAt, by, cap } = terms(asked);
  return { opensAt, cap, rule, deadline: by && { kind: 'carrier-claim', at: by, rule } };
}
