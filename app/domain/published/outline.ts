import type { Regime } from '../law/regions.ts';
import { fewestDays, refundTermOf, type RefundTerm } from '../law/refund-terms.ts';
import { rightsUnder, type Rights } from '../law/rights.ts';
import type { ReturnPolicy } from '../policy/sections.ts';
import { clause, type Clause, type Heading, type PolicyOutline } from './clause.ts';
import type { Market } from './markets.ts';

/** What buyers are told of returns: the merchant's settings, and before them the law of the markets that are sold to. */
export function outlineOf(returns: ReturnPolicy, markets: readonly Market[]): PolicyOutline {
  const regimes = markets.flatMap(({ regime }) => (regime ? [regime] : []));
  return [
    ...section('window', ...windowClauses(returns)),
    ...section(
      'exceptions',
      returns.finalSaleSkus.length > 0 && clause('except-final-sale'),
      returns.hygieneSkus.length > 0 && clause('except-hygiene'),
    ),
    ...section('faulty', clause('faulty-always'), clause('faulty-free')),
    ...section('costs', ...costClauses(returns, regimes)),
    ...section('refund', ...refundClauses(returns)),
    ...section('exchange', clause(returns.exchanges ? 'exchange-offered' : 'exchange-none')),
    ...section('how', clause('ask-first'), clause('ask-then-send')),
    {
      heading: 'law',
      clauses: [clause('law-remains')],
      regions: regimes
        .map((regime) => ({ regime, clauses: lawClauses(returns, regime) }))
        .filter(({ clauses }) => clauses.length > 0),
    },
  ];
}

type Maybe = Clause | false;

function section(heading: Heading, ...clauses: readonly Maybe[]): PolicyOutline {
  const said = clauses.filter((each) => each !== false);
  return said.length > 0 ? [{ heading, clauses: said, regions: [] }] : [];
}

function windowClauses({ windowDays, condition }: ReturnPolicy): readonly Maybe[] {
  if (windowDays === 0) return [clause('window-none')];
  return [
    clause('window', { count: windowDays }),
    condition === 'unused' && clause('condition-unused'),
  ];
}

function costClauses(returns: ReturnPolicy, regimes: readonly Regime[]): readonly Maybe[] {
  const { restockingFeePercent: percent, windowDays } = returns;
  const isWindowOpen = windowDays > 0;
  // A buyer who withdraws pays the way back only where he was told so (Art. 6(6) of Directive 2011/83/EU).
  const goBack = isWindowOpen || regimes.some((regime) => rightsUnder(regime).withdrawal);
  return [
    goBack && clause(returns.buyerPaysReturn ? 'return-by-buyer' : 'return-by-seller'),
    isWindowOpen && (percent > 0 ? clause('fee', { percent }) : clause('fee-none')),
    isWindowOpen && clause('delivery-kept'),
  ];
}

function refundClauses(returns: ReturnPolicy): readonly Maybe[] {
  const { refundWithinDays: count, storeCreditBonusPercent: percent } = returns;
  const isCredit = isPaidInCredit(returns);
  return [
    clause(isCredit ? 'refund-credit' : 'refund-original'),
    isCredit && percent > 0 && clause('refund-credit-bonus', { percent }),
    returns.refundAtFirstScan && clause('refund-at-first-scan'),
    count === 0 ? clause('refund-at-once') : clause('refund-within', { count }),
  ];
}

/** Without a window there is no changed mind to be paid for. */
export function isPaidInCredit({ changedMindRemedy, windowDays }: ReturnPolicy): boolean {
  return changedMindRemedy === 'store-credit' && windowDays > 0;
}

function lawClauses(returns: ReturnPolicy, regime: Regime): readonly Clause[] {
  const { withdrawal, faultyGoods, storeCreditAlone } = rightsUnder(regime);
  const term = refundTermOf(regime);
  const clauses: readonly Maybe[] = [
    withdrawal !== null && clause('law-withdrawal', { count: withdrawal.days }),
    ...(withdrawal ? withdrawalClauses(returns, { withdrawal, storeCreditAlone }) : []),
    term !== null && refundClause(returns, term),
    faultyGoods?.sellerCollectsIfCostly === true && clause('law-faulty-collected'),
  ];
  return clauses.filter((each) => each !== false);
}

/** Counted from the goods, the law is only named where it is faster than the merchant: two dates would be one too many. */
function refundClause({ refundWithinDays }: ReturnPolicy, term: RefundTerm): Maybe {
  const params = { count: term.days };
  if (term.from === 'notice') return clause('law-refund-notice', params);
  if (refundWithinDays <= fewestDays(term)) return false;
  return clause(term.unit === 'days' ? 'law-refund-goods' : 'law-refund-working-days', params);
}

/** Where the settings promise less than a withdrawal gives; each is said, so that nobody reads them as his. */
function withdrawalClauses(
  returns: ReturnPolicy,
  {
    withdrawal,
    storeCreditAlone,
  }: Pick<Rights, 'storeCreditAlone'> & { readonly withdrawal: NonNullable<Rights['withdrawal']> },
): readonly Maybe[] {
  return [
    withdrawal.refundsOutboundShipping && clause('law-delivery-refunded'),
    returns.restockingFeePercent > 0 && clause('law-no-fee'),
    returns.finalSaleSkus.length > 0 && clause('law-final-sale-too'),
    isPaidInCredit(returns) && !storeCreditAlone.withdrawal && clause('law-money'),
    !withdrawal.buyerPaysReturn && returns.buyerPaysReturn && clause('law-return-by-seller'),
  ];
}
