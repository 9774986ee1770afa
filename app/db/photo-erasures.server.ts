import type { Instant } from '../domain/time.ts';
import type { Tx } from './database.server.ts';

/** Has pictures erased at `dueAt`, unless they are kept before: whatever breaks off between leaves nothing behind. */
export async function askForErasure(
  tx: Tx,
  keys: readonly string[],
  dueAt: Instant,
): Promise<void> {
  await tx.photoErasure.createMany({ data: keys.map((key) => ({ key, dueAt })) });
}

/** The pictures stay; false where one of them was due and may be gone already. */
export async function cancelErasure(tx: Tx, keys: readonly string[]): Promise<boolean> {
  const { count } = await tx.photoErasure.deleteMany({ where: { key: { in: [...keys] } } });
  return count === keys.length;
}

/** Pictures that are due, the longest due first. Nobody else takes them before the transaction ends. */
export async function takeDueErasures(
  tx: Tx,
  now: Instant,
  limit: number,
): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ key: string }[]>`
    select key from photo_erasure where due_at <= ${now}::timestamptz
    order by due_at limit ${limit} for update skip locked`;
  return rows.map(({ key }) => key);
}

/** Those that could not be erased are tried again then. */
export async function putOffErasures(
  tx: Tx,
  keys: readonly string[],
  dueAt: Instant,
): Promise<void> {
  await tx.photoErasure.updateMany({ where: { key: { in: [...keys] } }, data: { dueAt } });
}
