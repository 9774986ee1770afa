import type { ShopDomain } from '../domain/ids.ts';
import type { SettingChanges } from '../domain/policy/change-settings.ts';
import { countChanges, type PolicyPreview } from '../domain/policy/what-changes.ts';
import { checkChanges } from './change-policy.server.ts';
import { compareChanges } from './compare-policies.server.ts';
import type { Line } from './line.server.ts';

/** What would change if these settings were saved; nothing is written. */
export async function previewPolicy(
  { db, now }: Line,
  { shop, values }: { readonly shop: ShopDomain; readonly values: SettingChanges },
): Promise<PolicyPreview> {
  const at = now();
  const checked = await checkChanges(db.prisma, shop, { values, now: at });
  if (checked.outcome === 'invalid') return checked;
  const { policy: after } = checked;
  const compared = await compareChanges(db.prisma, shop, { values, after, now: at });
  if (!compared) return { outcome: 'beside' };
  const { changed, open, others } = compared;
  const changes = countChanges(changed.map(({ change }) => change));
  return { outcome: 'previewed', changes, open, others };
}
