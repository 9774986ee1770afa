import { writeAuditEvent } from '../db/audit-events.server.ts';
import { inTransaction } from '../db/database.server.ts';
import { readOwnPolicy, writeOwnPolicy } from '../db/shops.server.ts';
import type { Actor } from '../domain/audit-event.ts';
import type { NonEmpty } from '../domain/claim.ts';
import type { ShopDomain } from '../domain/ids.ts';
import { checkPolicy } from '../domain/policy/check-policy.ts';
import type { PolicyProblem } from '../domain/policy/policy-problem.ts';
import type { policySections } from '../domain/policy.ts';
import type { Line } from './line.server.ts';

export type ChangePolicyOutcome =
  | { readonly outcome: 'saved' }
  /** Somebody changed the policy since this version was shown. */
  | { readonly outcome: 'stale' }
  | { readonly outcome: 'invalid'; readonly problems: NonEmpty<PolicyProblem> };

/** Changes some settings of one section; the rest of the policy stays as it is. */
export async function changePolicy(
  { db, now }: Line,
  changed: {
    readonly shop: ShopDomain;
    readonly actor: Actor;
    /** The policy's version that the merchant saw. */
    readonly version: number;
    readonly section: keyof typeof policySections;
    readonly values: Readonly<Record<string, unknown>>;
  },
): Promise<ChangePolicyOutcome> {
  const { shop, actor, version, section, values } = changed;
  return inTransaction(db, async (tx): Promise<ChangePolicyOutcome> => {
    const before = objectOf(await readOwnPolicy(tx, shop));
    const policy = { ...before, [section]: { ...objectOf(before[section]), ...values } };
    const checked = checkPolicy(policy);
    if (checked.outcome === 'invalid') return checked;
    if (!(await writeOwnPolicy(tx, shop, { policy, version }))) return { outcome: 'stale' };
    await writeAuditEvent(tx, {
      shop,
      orderId: null,
      suggestionId: null,
      at: now(),
      actor,
      kind: 'policy-changed',
      params: Object.fromEntries(
        Object.entries(values).map(([name, value]) => [`${section}.${name}`, String(value)]),
      ),
    });
    return { outcome: 'saved' };
  });
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
