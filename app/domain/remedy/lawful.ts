import type { Deadline, OptionKind } from '../claim.ts';
import type { Clock } from '../clock.ts';
import { rightsOf } from '../law/rights.ts';
import type { Claim } from '../suggestion.ts';

/** Rules by which the money must go back unasked once their day has passed: waiting is no choice then. */
const owedUnasked = new Set([
  'us-mitor-ship-30d',
  'us-mitor-refund-7wd',
  'us-reg-z-return-7bd',
  'eu-withdrawal-refund-14d',
  'uk-refund-14d',
  'cn-refund-7d',
  'kr-refund-3bd',
]);

const waitingKinds: ReadonlySet<OptionKind> = new Set(['wait', 'ask-buyer', 'contact-carrier']);

/** What gives the buyer something else than his money, or less of it. */
const substitutes: ReadonlySet<OptionKind> = new Set(['partial-refund', 'store-credit', 'reship']);

/** The rule that forbids the option for a buyer who lives there, as far as it is known; null while it is lawful. */
export function forbiddenBy(
  kind: OptionKind,
  claim: Claim,
  { country, clock }: { readonly country: string | null; readonly clock: Clock },
): string | null {
  if (waitingKinds.has(kind)) return overdueBy(claim.deadlines, clock);
  if (!substitutes.has(kind)) return null;
  const rights = rightsOf(country);
  if (rights?.storeCreditAlone[owedFor(claim)] === false && kind === 'store-credit') {
    return 'no-store-credit-alone';
  }
  // A remedy that the claim itself puts first gives more than the law asks for.
  if (claim.remedies[0] === kind) return null;
  // Else the buyer chooses: one click must not settle for less what the law may owe him in money.
  return rights ? 'buyer-chooses-remedy' : 'law-not-known';
}

function overdueBy(deadlines: readonly Deadline[], clock: Clock): string | null {
  const overdue = deadlines.find(
    ({ kind, rule, at }) => kind === 'legal-refund' && owedUnasked.has(rule) && clock.hasPassed(at),
  );
  return overdue?.rule ?? null;
}

function owedFor({ scenario }: Claim): 'unshippedOrUndelivered' | 'faulty' | 'withdrawal' {
  if (scenario === 'logistics') return 'unshippedOrUndelivered';
  return scenario === 'product-quality' ? 'faulty' : 'withdrawal';
}
