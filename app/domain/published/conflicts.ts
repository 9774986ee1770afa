import { fewestDays, refundTermOf } from '../law/refund-terms.ts';
import type { Regime } from '../law/regions.ts';
import { rightsUnder, type Rights } from '../law/rights.ts';
import type { RuleId } from '../law/rules.ts';
import type { ReturnPolicy } from '../policy/sections.ts';
import type { Market } from './markets.ts';
import { isPaidInCredit } from './outline.ts';

/**
 * `contrary`: the setting promises less than the law gives, and can be changed so that it does not. `covered`: the setting has
 * its place, the law sets it aside for some buyers, and the text says so. `note`: something beside the settings.
 */
export const conflictWeights = {
  'window-too-short': 'contrary',
  'refund-too-late': 'contrary',
  'return-not-free': 'contrary',
  'hygiene-not-excepted': 'contrary',
  'fee-not-owed': 'covered',
  'final-sale-set-aside': 'covered',
  'credit-not-enough': 'covered',
  'delivery-owed': 'covered',
  'withdrawal-button': 'note',
  'law-not-known': 'note',
} as const;
export type ConflictCode = keyof typeof conflictWeights;
export type ConflictWeight = (typeof conflictWeights)[ConflictCode];

/** Where the settings and the law of a market do not agree, and what that rests on. */
export interface LawConflict {
  readonly code: ConflictCode;
  readonly weight: ConflictWeight;
  readonly market: Market;
  readonly rule: RuleId;
  /** `own` is what is set, `law` what the law asks for. */
  readonly params: Readonly<Record<string, number>>;
}

/** What a conflict is agreed to by; the figures are in it, so that another figure is another conflict. */
export function conflictKey({ code, market, params }: LawConflict): string {
  return [code, market.regime ?? 'unknown', params['own'], params['law']]
    .filter((part) => part !== undefined)
    .join('.');
}

/** Those that forbid publishing until they are changed or agreed to. */
export function isContrary({ weight }: LawConflict): boolean {
  return weight === 'contrary';
}

/** Every conflict, market by market; the contrary ones first. */
export function conflictsWith(
  returns: ReturnPolicy,
  markets: readonly Market[],
): readonly LawConflict[] {
  const all = markets.flatMap((market) =>
    foundIn(returns, market.regime).map(({ code, rule, params = {} }) => {
      return { code, weight: conflictWeights[code], market, rule, params };
    }),
  );
  return (['contrary', 'covered', 'note'] as const).flatMap((weight) =>
    all.filter((conflict) => conflict.weight === weight),
  );
}

interface Found {
  readonly code: ConflictCode;
  readonly rule: RuleId;
  readonly params?: LawConflict['params'];
}

function foundIn(returns: ReturnPolicy, regime: Regime | null): readonly Found[] {
  if (!regime) return [{ code: 'law-not-known', rule: 'law-not-known' }];
  const { withdrawal, storeCreditAlone } = rightsUnder(regime);
  return [
    ...(withdrawal ? foundInWithdrawal(returns, withdrawal) : []),
    ...refundFound(returns, regime),
    ...(withdrawal && isPaidInCredit(returns) && !storeCreditAlone.withdrawal
      ? [{ code: 'credit-not-enough', rule: withdrawal.rule } as const]
      : []),
    ...(regime === 'eu'
      ? [{ code: 'withdrawal-button', rule: 'eu-withdrawal-function' } as const]
      : []),
  ];
}

function foundInWithdrawal(
  returns: ReturnPolicy,
  right: NonNullable<Rights['withdrawal']>,
): readonly Found[] {
  const { rule } = right;
  const { windowDays: own, restockingFeePercent: fee } = returns;
  const found: readonly (Found | false)[] = [
    own < right.days && { code: 'window-too-short', rule, params: { own, law: right.days } },
    returns.buyerPaysReturn && !right.buyerPaysReturn && { code: 'return-not-free', rule },
    returns.hygieneSkus.length > 0 &&
      !right.hygieneException && { code: 'hygiene-not-excepted', rule },
    fee > 0 && { code: 'fee-not-owed', rule, params: { own: fee } },
    returns.finalSaleSkus.length > 0 && { code: 'final-sale-set-aside', rule },
    right.refundsOutboundShipping && own > 0 && { code: 'delivery-owed', rule },
  ];
  return found.filter((each) => each !== false);
}

function refundFound({ refundWithinDays: own }: ReturnPolicy, regime: Regime): readonly Found[] {
  const term = refundTermOf(regime);
  return term && own > fewestDays(term)
    ? [{ code: 'refund-too-late', rule: term.rule, params: { own, law: fewestDays(term) } }]
    : [];
}
