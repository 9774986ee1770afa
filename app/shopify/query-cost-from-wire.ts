import { z } from 'zod';
import type { ApiBudget } from '../domain/health/api-calls.ts';

const wire = z.object({
  cost: z.object({
    requestedQueryCost: z.number().nullish(),
    throttleStatus: z.object({
      maximumAvailable: z.number(),
      currentlyAvailable: z.number(),
      restoreRate: z.number().positive(),
    }),
  }),
});

export interface QueryCost {
  /** What the query asked for, in points; null where Shopify does not say. */
  readonly requested: number | null;
  readonly budget: ApiBudget;
}

/** What the extensions of an answer say of its cost; null where they say nothing. */
export function queryCostFrom(extensions: unknown): QueryCost | null {
  const read = wire.safeParse(extensions);
  if (!read.success) return null;
  const { requestedQueryCost, throttleStatus } = read.data.cost;
  return {
    requested: requestedQueryCost ?? null,
    budget: {
      available: throttleStatus.currentlyAvailable,
      maximum: throttleStatus.maximumAvailable,
      restoreRate: throttleStatus.restoreRate,
    },
  };
}
