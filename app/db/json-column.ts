import type { Prisma } from '#generated/prisma/client.ts';

/** A plain readonly value as what a jsonb column takes. */
export function jsonOf(value: unknown): Prisma.InputJsonValue {
  return value as Prisma.InputJsonValue;
}
