import { Session } from '@shopify/shopify-app-remix/server';
import type { Session as Row } from '#generated/prisma/client.ts';
import type { Tx } from './database.server.ts';
import type { TokenCipher } from './token-cipher.server.ts';

/**
 * Shopify's session storage on our own table: it upserts (the first page load exchanges its token
 * twice), and tokens lie encrypted, each bound to its row.
 */
export function sessionStorage({
  prisma,
  cipher,
  onUnreadable,
}: {
  readonly prisma: () => Tx;
  readonly cipher: TokenCipher;
  /** A stored token does not open (another key): the session counts as none, and a new one is asked for. */
  readonly onUnreadable: (sessionId: string) => void;
}) {
  const sealed = (token: string | undefined, id: string) =>
    token === undefined || token === '' ? null : cipher.seal(token, id);

  const readable = (row: Row): Session | undefined => {
    try {
      return sessionFrom(row, cipher);
    } catch {
      onUnreadable(row.id);
      return undefined;
    }
  };

  return {
    async storeSession(session: Session): Promise<boolean> {
      const { id } = session;
      const user = session.onlineAccessInfo?.associated_user;
      const row = {
        shop: session.shop,
        state: session.state,
        isOnline: session.isOnline,
        scope: session.scope ?? null,
        expires: session.expires ?? null,
        accessToken: sealed(session.accessToken, id),
        refreshToken: sealed(session.refreshToken, id),
        refreshTokenExpires: session.refreshTokenExpires ?? null,
        userId: user ? String(user.id) : null,
        locale: user?.locale ?? null,
      };
      await prisma().session.upsert({ where: { id }, create: { id, ...row }, update: row });
      return true;
    },
    async loadSession(id: string): Promise<Session | undefined> {
      const row = await prisma().session.findUnique({ where: { id } });
      return row ? readable(row) : undefined;
    },
    async deleteSession(id: string): Promise<boolean> {
      await prisma().session.deleteMany({ where: { id } });
      return true;
    },
    async deleteSessions(ids: string[]): Promise<boolean> {
      await prisma().session.deleteMany({ where: { id: { in: ids } } });
      return true;
    },
    async findSessionsByShop(shop: string): Promise<Session[]> {
      const rows = await prisma().session.findMany({ where: { shop }, take: 25 });
      return rows.flatMap((row) => readable(row) ?? []);
    },
  };
}

function sessionFrom(row: Row, cipher: TokenCipher): Session {
  const { id, shop, state, isOnline } = row;
  return new Session({
    id,
    shop,
    state,
    isOnline,
    ...(row.scope === null ? {} : { scope: row.scope }),
    ...(row.expires ? { expires: row.expires } : {}),
    ...(row.accessToken === null ? {} : { accessToken: cipher.open(row.accessToken, id) }),
    ...(row.refreshToken === null ? {} : { refreshToken: cipher.open(row.refreshToken, id) }),
    ...(row.refreshTokenExpires ? { refreshTokenExpires: row.refreshTokenExpires } : {}),
  });
}
