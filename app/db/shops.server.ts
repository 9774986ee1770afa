import type { ShopDomain } from '../domain/ids.ts';
import { checkPolicy } from '../domain/policy/check-policy.ts';
import type { Policy } from '../domain/policy.ts';
import type { Instant } from '../domain/time.ts';
import type { Tx } from './database.server.ts';
import { jsonOf } from './json-column.ts';

/** An installed merchant. */
export interface Shop {
  readonly domain: ShopDomain;
  readonly currency: string | null;
  readonly country: string | null;
  /** IANA name. */
  readonly timezone: string;
  readonly installed: boolean;
  readonly policy: Policy;
  /** Grows with every change of the policy. */
  readonly policyVersion: number;
}

export async function findShop(tx: Tx, domain: ShopDomain): Promise<Shop | null> {
  const row = await tx.shop.findUnique({ where: { domain } });
  if (!row) return null;
  const checked = checkPolicy(row.policy ?? {});
  // Written by an older or newer version: never judged by half a policy.
  if (checked.outcome === 'invalid') {
    const [{ path, code }] = checked.problems;
    throw new Error(`the policy of ${domain} cannot be used: ${path} ${code}`);
  }
  return {
    domain,
    currency: row.currency,
    country: row.country,
    timezone: row.timezone,
    installed: row.uninstalledAt === null,
    policy: checked.policy,
    policyVersion: row.policyVersion,
  };
}

/** Of all shops there are, those that left included. */
export async function findShopDomains(tx: Tx): Promise<readonly ShopDomain[]> {
  const rows = await tx.shop.findMany({ select: { domain: true }, orderBy: { domain: 'asc' } });
  return rows.map(({ domain }) => domain as ShopDomain);
}

/** What the merchant set, over the defaults, as it is kept. */
export async function readOwnPolicy(tx: Tx, domain: ShopDomain): Promise<unknown> {
  const row = await tx.shop.findUnique({ where: { domain }, select: { policy: true } });
  return row?.policy ?? {};
}

/** Keeps a policy that was checked; false when somebody changed it since this version. */
export async function writeOwnPolicy(
  tx: Tx,
  domain: ShopDomain,
  { policy, version }: { readonly policy: object; readonly version: number },
): Promise<boolean> {
  const written = await tx.shop.updateMany({
    where: { domain, policyVersion: version },
    data: { policy: jsonOf(policy), policyVersion: { increment: 1 } },
  });
  return written.count > 0;
}

/** Puts the set-up guide away from then on; null brings it back. */
export async function writeGuideHidden(
  tx: Tx,
  domain: ShopDomain,
  hiddenAt: Instant | null,
): Promise<void> {
  await tx.shop.updateMany({ where: { domain }, data: { guideHiddenAt: hiddenAt } });
}

/** The shop opened the app: it is installed (again), and what was known of its orders is old. */
export async function markInstalled(tx: Tx, domain: ShopDomain, now: Instant): Promise<void> {
  await tx.shop.createMany({ data: { domain }, skipDuplicates: true });
  const returned = await tx.shop.updateMany({
    where: { domain, uninstalledAt: { not: null } },
    data: { uninstalledAt: null, installedAt: now },
  });
  if (returned.count === 0) return;
  await tx.orderRecord.updateMany({ where: { shop: domain }, data: { lookAgainAt: now } });
}

/**
 * Nothing is read for the shop any more, by time alone neither. False for news of an uninstall before the
 * shop came back: webhooks arrive in any order.
 */
export async function markUninstalled(
  tx: Tx,
  domain: ShopDomain,
  { triggeredAt, now }: { readonly triggeredAt: Instant | null; readonly now: Instant },
): Promise<boolean> {
  const left = await tx.shop.updateMany({
    where: { domain, ...(triggeredAt ? { installedAt: { lte: triggeredAt } } : {}) },
    data: { uninstalledAt: now },
  });
  if (left.count === 0) return false;
  await tx.orderRecord.updateMany({ where: { shop: domain }, data: { lookAgainAt: null } });
  await tx.apiToken.deleteMany({ where: { shop: domain } });
  await tx.carrierConnection.deleteMany({ where: { shop: domain } });
  await tx.digestSetting.deleteMany({ where: { shop: domain } });
  return true;
}

export async function describeShop(
  tx: Tx,
  domain: ShopDomain,
  shop: { readonly currency: string; readonly country: string; readonly timezone: string },
): Promise<void> {
  await tx.shop.updateMany({ where: { domain }, data: shop });
}
