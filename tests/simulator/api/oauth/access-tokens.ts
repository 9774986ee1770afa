import { randomBytes } from 'node:crypto';
import type { SimulatorClock } from '../shopify-api.ts';

export const accessSeconds = 3600;
export const refreshSeconds = 90 * 24 * 3600;

export interface Grant {
  readonly shop: string;
  readonly scopes: readonly string[];
}

export interface IssuedTokens {
  readonly accessToken: string;
  /** Null: the token doesn't expire. */
  readonly refreshToken: string | null;
}

interface Entry extends Grant {
  readonly expiresAt: number | null;
}

/** Access and refresh tokens of one app at all shops. */
export interface AccessTokens {
  issue(
    grant: Grant,
    expires: { readonly seconds: number | null; readonly refresh: boolean },
  ): IssuedTokens;
  /** Null for a token that is unknown, expired or another shop's. */
  scopesOf(shop: string, accessToken: string): readonly string[] | null;
  /** Null for a refresh token that is unknown, expired, used up or another shop's. */
  refresh(shop: string, refreshToken: string): (IssuedTokens & Grant) | null;
  /**
   * Tokens that are out already go on with these scopes: Shopify's own template only notes them down when it hears of it
   * (app/scopes_update), and exchanges nothing.
   */
  regrant(shop: string, scopes: readonly string[]): void;
  /** The app is uninstalled; the next token that is issued installs it again. */
  revokeAll(shop: string): void;
  isUninstalled(shop: string): boolean;
}

export function openAccessTokens(clock: SimulatorClock): AccessTokens {
  const access = new Map<string, Entry>();
  const refreshes = new Map<string, Entry>();
  // Using a replacement (either of its tokens) ends the refresh token that it replaced.
  const replaced = new Map<string, string>();
  const uninstalled = new Set<string>();
  const seconds = (count: number): number => clock.now().getTime() + count * 1000;
  const alive = (entry: Entry | undefined, shop: string): entry is Entry =>
    entry?.shop === shop && (entry.expiresAt === null || entry.expiresAt > clock.now().getTime());
  const settleReplacement = (token: string): void => {
    const old = replaced.get(token);
    if (old !== undefined) refreshes.delete(old);
    replaced.delete(token);
  };
  const tokens: AccessTokens = {
    issue(grant, expires) {
      uninstalled.delete(grant.shop);
      const accessToken = `shpat_${randomBytes(16).toString('hex')}`;
      access.set(accessToken, {
        ...grant,
        expiresAt: expires.seconds === null ? null : seconds(expires.seconds),
      });
      if (!expires.refresh) return { accessToken, refreshToken: null };
      const refreshToken = `shprt_${randomBytes(16).toString('hex')}`;
      refreshes.set(refreshToken, { ...grant, expiresAt: seconds(refreshSeconds) });
      return { accessToken, refreshToken };
    },
    scopesOf(shop, accessToken) {
      const entry = access.get(accessToken);
      if (!alive(entry, shop)) return null;
      settleReplacement(accessToken);
      return entry.scopes;
    },
    refresh(shop, refreshToken) {
      const entry = refreshes.get(refreshToken);
      if (!alive(entry, shop)) return null;
      settleReplacement(refreshToken);
      const issued = tokens.issue(entry, { seconds: accessSeconds, refresh: true });
      for (const token of [issued.accessToken, issued.refreshToken]) {
        if (token !== null) replaced.set(token, refreshToken);
      }
      return { ...issued, shop: entry.shop, scopes: entry.scopes };
    },
    regrant(shop, scopes) {
      for (const map of [access, refreshes]) {
        for (const [token, entry] of map)
          if (entry.shop === shop) map.set(token, { ...entry, scopes });
      }
    },
    isUninstalled: (shop) => uninstalled.has(shop),
    revokeAll(shop) {
      uninstalled.add(shop);
      for (const map of [access, refreshes]) {
        for (const [token, entry] of map) if (entry.shop === shop) map.delete(token);
      }
    },
  };
  return tokens;
}
