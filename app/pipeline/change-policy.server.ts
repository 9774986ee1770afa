import { writeAuditEvent } from '../db/audit-events.server.ts';
import { readGroundRecords } from '../db/automatic-verdicts.server.ts';
import { inTransaction, type Tx } from '../db/database.server.ts';
import { lookSoon } from '../db/orders-to-judge.server.ts';
import { readOwnPolicy, writeOwnPolicy } from '../db/shops.server.ts';
import type { Actor } from '../domain/audit-event.ts';
import { decidedOf, decisionsToProve, isProven, noRecord } from '../domain/automation.ts';
import type { NonEmpty } from '../domain/claim.ts';
import type { ShopDomain } from '../domain/ids.ts';
import { automaticGrounds } from '../domain/policy/automatic-grounds.ts';
import {
  changeSettings,
  type ChangeSettingsOutcome,
  type SettingChanges,
} from '../domain/policy/change-settings.ts';
import type { PolicyProblem } from '../domain/policy/policy-problem.ts';
import type { SettingValue } from '../domain/policy/setting.ts';
import { settingText } from '../domain/policy/setting-text.ts';
import type { Instant } from '../domain/time.ts';
import { compareChanges } from './compare-policies.server.ts';
import type { Line } from './line.server.ts';

export type ChangePolicyOutcome =
  /** The policy's version from now on. */
  | { readonly outcome: 'saved'; readonly version: number }
  /** Somebody changed the policy since this version was shown. */
  | { readonly outcome: 'stale' }
  | { readonly outcome: 'invalid'; readonly problems: NonEmpty<PolicyProblem> };

/** Changes some settings, each by its path; the rest of the policy stays as it is. */
export async function changePolicy(
  { db, now }: Line,
  changed: {
    readonly shop: ShopDomain;
    readonly actor: Actor;
    /** The policy's version that the merchant saw. */
    readonly version: number;
    readonly values: SettingChanges;
  },
): Promise<ChangePolicyOutcome> {
  const { shop, actor, version, values } = changed;
  const checked = await checkChanges(db.prisma, shop, { values, now: now() });
  if (checked.outcome === 'invalid') return checked;
  const differences = await compareChanges(db.prisma, shop, {
    values,
    after: checked.policy,
    now: now(),
  });
  return inTransaction(db, async (tx): Promise<ChangePolicyOutcome> => {
    // What was read above is of no older version, or it is not written.
    if (!(await writeOwnPolicy(tx, shop, { policy: checked.own, version }))) {
      return { outcome: 'stale' };
    }
    const orderIds = differences?.changed.map(({ orderId }) => orderId) ?? [];
    await lookSoon(tx, shop, { orderIds, now: now() });
    await writeAuditEvent(tx, {
      shop,
      orderId: null,
      suggestionId: null,
      at: now(),
      actor,
      kind: 'policy-changed',
      params: Object.fromEntries(
        // They were checked.
        Object.entries(values).map(([path, value]) => [path, settingText(value as SettingValue)]),
      ),
    });
    return { outcome: 'saved', version: version + 1 };
  });
}

/** The shop's policy with these changes, or what is wrong with it. */
export async function checkChanges(
  tx: Tx,
  shop: ShopDomain,
  { values, now }: { readonly values: SettingChanges; readonly now: Instant },
): Promise<ChangeSettingsOutcome> {
  const checked = changeSettings(await readOwnPolicy(tx, shop), values);
  if (checked.outcome === 'invalid') return checked;
  const unproven = await unprovenIn(tx, shop, { values, now });
  return unproven ? { outcome: 'invalid', problems: unproven } : checked;
}

/** Grounds that are to be turned on and have no such record yet; null for none. */
async function unprovenIn(
  tx: Tx,
  shop: ShopDomain,
  { values, now }: { readonly values: SettingChanges; readonly now: Instant },
): Promise<NonEmpty<PolicyProblem> | null> {
  const turnedOn = automaticGrounds.filter((ground) => values[`automatic.${ground}`] === 'on');
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
