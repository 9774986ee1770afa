import type { Evidence } from './claim.ts';
import type { OrderFacts, ParcelFacts } from './order-facts.ts';

/** The way of a parcel. Unknown ends count as crossing a border: the longer patience is the safer one. */
export interface Lane {
  readonly kind: 'domestic' | 'cross-border' | 'unknown';
  readonly evidence: Evidence;
}

export function laneOf(facts: OrderFacts, parcel: ParcelFacts): Lane {
  const from = parcel.originCountry;
  const to = facts.destinationCountry;
  if (from === null || to === null) {
    return { kind: 'unknown', evidence: { code: 'lane-unknown', params: {}, at: null } };
  }
  if (from === to) {
    const params = { country: { kind: 'country', code: to } } as const;
    return { kind: 'domestic', evidence: { code: 'lane-domestic', params, at: null } };
  }
  const params = {
    from: { kind: 'country', code: from },
    to: { kind: 'country', code: to },
  } as const;
  return { kind: 'cross-border', evidence: { code: 'lane-cross-border', params, at: null } };
}
