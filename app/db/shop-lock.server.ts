import type pg from 'pg';
import type { ShopDomain } from '../domain/ids.ts';

const waiting = new Map<ShopDomain, Promise<unknown>>();

/**
 * Runs `work` while nobody else does for the same shop, in this process (one after the other, without
 * holding a connection each) or in another (an advisory lock).
 */
export async function withShopLock<T>(
  pool: pg.Pool,
  shop: ShopDomain,
  work: () => Promise<T>,
): Promise<T> {
  const turn = (waiting.get(shop) ?? Promise.resolve()).then(() => locked(pool, shop, work));
  // The next in line waits for this turn to end, however it ends.
  const ended = turn.then(
    () => undefined,
    () => undefined,
  );
  waiting.set(shop, ended);
  try {
    return await turn;
  } finally {
    if (waiting.get(shop) === ended) waiting.delete(shop);
  }
}

async function locked<T>(pool: pg.Pool, shop: ShopDomain, work: () => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const key = `token ${shop}`;
  try {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [key]);
    try {
      return await work();
    } finally {
      await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [key]);
    }
  } finally {
    client.release();
  }
}
