import { regimeOf, type Regime } from './regions.ts';
import type { RuleId } from './rules.ts';

/** What the law where the buyer lives gives him, as far as it is known here. */
export interface Rights {
  /** To send goods back without a reason; null for no such right. */
  readonly withdrawal: {
    /** Counted from the receipt. */
    readonly days: number;
    readonly refundsOutboundShipping: boolean;
    readonly buyerPaysReturn: boolean;
    readonly hygieneException: boolean;
    readonly rule: RuleId;
  } | null;
  readonly faultyGoods: {
    readonly buyerChoosesRefund: boolean;
    readonly sellerCollectsIfCostly: boolean;
    readonly rule: RuleId;
  } | null;
  /** Whether store credit may be offered instead of money. */
  readonly storeCreditAlone: {
    readonly unshippedOrUndelivered: boolean;
    readonly faulty: boolean;
    readonly withdrawal: boolean;
  };
  /** Whether "final sale" beats the rights above; it never does. */
  readonly finalSaleBeats: false;
}

const never = { unshippedOrUndelivered: false, faulty: false, withdrawal: false };
const finalSaleBeats = false;

const rightsIn: Readonly<Record<Regime, Rights>> = {
  // Art. 9, 13 and 14 and 16(e) of Directive 2011/83/EU; Art. 13 of Directive (EU) 2019/771: repair or replacement first.
  eu: {
    withdrawal: {
      days: 14,
      refundsOutboundShipping: true,
      buyerPaysReturn: true,
      hygieneException: true,
      rule: 'eu-withdrawal-14d',
    },
    faultyGoods: { buyerChoosesRefund: false, sellerCollectsIfCostly: true, rule: 'eu-conformity' },
    storeCreditAlone: never,
    finalSaleBeats,
  },
  // SI 2013/3134 regs. 28, 30, 34, 35; Consumer Rights Act 2015 s. 22: short-term right to reject.
  uk: {
    withdrawal: {
      days: 14,
      refundsOutboundShipping: true,
      buyerPaysReturn: true,
      hygieneException: true,
      rule: 'uk-cancel-14d',
    },
    faultyGoods: { buyerChoosesRefund: true, sellerCollectsIfCostly: true, rule: 'uk-reject-30d' },
    storeCreditAlone: never,
    finalSaleBeats,
  },
  // No right to change one's mind. 16 CFR 435.1: a refund of unshipped goods is no credit (FTC v. Fashion Nova, 2020).
  us: {
    withdrawal: null,
    faultyGoods: { buyerChoosesRefund: true, sellerCollectsIfCostly: false, rule: 'us-ucc-reject' },
    storeCreditAlone: { unshippedOrUndelivered: false, faulty: false, withdrawal: true },
    finalSaleBeats,
  },
  // Consumer Protection Law Art. 25: seven days from receipt, the buyer pays the way back; Art. 24: of faulty goods the seller.
  cn: {
    withdrawal: {
      days: 7,
      refundsOutboundShipping: false,
      buyerPaysReturn: true,
      hygieneException: true,
      rule: 'cn-withdrawal-7d',
    },
    faultyGoods: {
      buyerChoosesRefund: true,
      sellerCollectsIfCostly: true,
      rule: 'cn-faulty-7d',
    },
    storeCreditAlone: never,
    finalSaleBeats,
  },
  // No right to change one's mind; ss. 259–263: at a major failure the buyer chooses, the seller collects what is costly to send.
  au: {
    withdrawal: null,
    faultyGoods: {
      buyerChoosesRefund: true,
      sellerCollectsIfCostly: true,
      rule: 'au-major-failure',
    },
    storeCreditAlone: { unshippedOrUndelivered: false, faulty: false, withdrawal: true },
    finalSaleBeats,
  },
  kr: {
    withdrawal: {
      days: 7,
      refundsOutboundShipping: true,
      buyerPaysReturn: true,
      hygieneException: false,
      rule: 'kr-withdrawal-7d',
    },
    faultyGoods: null,
    storeCreditAlone: never,
    finalSaleBeats,
  },
  br: {
    withdrawal: {
      days: 7,
      refundsOutboundShipping: true,
      buyerPaysReturn: false,
      hygieneException: false,
      rule: 'br-withdrawal-7d',
    },
    faultyGoods: null,
    storeCreditAlone: never,
    finalSaleBeats,
  },
};

export function rightsUnder(regime: Regime): Rights {
  return rightsIn[regime];
}

/** Null where the law is not known here. */
export function rightsOf(country: string | null): Rights | null {
  const regime = regimeOf(country);
  return regime && rightsIn[regime];
}
