import type { Evidence } from '../claim.ts';
import type { OrderFacts, ParcelFacts } from '../order-facts.ts';

/** The way of a parcel. Unknown ends count as crossing a border: the longer patience is the safer one. */
export interface Lane {
  readonly kind: 'domestic' | 'cross-border' | 'unknown';
  readonly origin: string | null;
  readonly destination: string | null;
  readonly evidence: Evidence;
}

export function laneOf(order: OrderFacts, parcel: ParcelFacts): Lane {
  const origin = parcel.originCountry;
  const destination = order.destinationCountry;
  const ends = { origin, destination };
  if (origin === null || destination === null) {
    return { kind: 'unknown', ...ends, evidence: { code: 'lane-unknown', params: {}, at: null } };
  }
  if (origin === destination) {
    const params = { country: { kind: 'country', code: destination } } as const;
    return { kind: 'domestic', ...ends, evidence: { code: 'lane-domestic', params, at: null } };
  }
  const params = {
    from: { kind: 'country', code: origin },
    to: { kind: 'country', code: destination },
  } as const;
  return {
    kind: 'cross-border',
    ...ends,
    evidence: { code: 'lane-cross-border', params, at: null },
  };
}
