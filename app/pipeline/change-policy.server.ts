import { writeAuditEvent } from '../db/audit-events.server.ts';
import { readGroundRecords } from '../db/automatic-verdicts.server.ts';
import { inTransaction, type Tx } from '../db/database.server.ts';
import { readOwnPolicy, writeOwnPolicy } from '../db/shops.server.ts';
import type { Actor } from '../domain/audit-event.ts';
import { decidedOf, decisionsToProve, isProven, noRecord } from '../domain/automation.ts';
import type { NonEmpty } from '../domain/claim.ts';
import type { ShopDomain } from '../domain/ids.ts';
import { automaticGrounds } from '../domain/policy/automatic-grounds.ts';
import { checkPolicy } from '../domain/policy/check-policy.ts';
import type { PolicyProblem } from '../domain/policy/policy-problem.ts';
import type { policySections } from '../domain/policy.ts';
import type { Instant } from '../domain/time.ts';
import type { Line } from './line.server.ts';

export type ChangePolicyOutcome =
  /** The policy's version from now on. */
  | { readonly outcome: 'saved'; readonly version: number }
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
    const unproven = section === 'automatic' ? await unprovenIn(tx, shop, values, now()) : null;
    if (unproven) return { outcome: 'invalid', problems: unproven };
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
    return { outcome: 'saved', version: version + 1 };
  });
}

/** Grounds that are to be turned on and have no such record yet; null for none. */
async function unprovenIn(
  tx: Tx,
  shop: ShopDomain,
  values: Readonly<Record<string, unknown>>,
  now: Instant,
): Promise<NonEmpty<PolicyProblem> | null> {
  const turnedOn = automaticGrounds.filter((ground) => values[ground] === 'on');
  if (turnedOn.length === 0) return null;
  const records = await readGroundRecords(tx, shop, { now });
  const problems = turnedOn.flatMap((ground): readonly PolicyProblem[] => {
    const record = records.find((each) => each.ground === ground) ?? noRecord(ground);
    const params = { decided: decidedOf(record), agreed: record.agreed, needed: decisionsToProve };
    return isProven(record) ? [] : [{ path: `automatic.${ground}`, code: 'not-proven', params }];
  });
  const [first, ...others] = problems;
  return first ? [first, ...others] : null;
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
