import type { RefusalReason } from '../domain/carriers/refusals.ts';
import type { TrackingService } from '../domain/carriers/tracking-services.ts';
import type { ShopDomain } from '../domain/ids.ts';

interface Refusal {
  readonly shop: ShopDomain;
  /** `json` for what other programs send. */
  readonly service: TrackingService | 'json';
  readonly why: RefusalReason;
}

/** Counts in memory what was not taken in: a flood must not become a flood of writes. */
export interface RefusalNotes {
  note(refusal: Refusal): void;
  /** What was counted since the last time. */
  take(): readonly (Refusal & { readonly times: number })[];
}

export function refusalNotes(onNote: (refusal: Refusal) => void = () => undefined): RefusalNotes {
  let counted = new Map<string, Refusal & { readonly times: number }>();
  return {
    note(refusal) {
      const key = `${refusal.shop} ${refusal.service} ${refusal.why}`;
      counted.set(key, { ...refusal, times: (counted.get(key)?.times ?? 0) + 1 });
      onNote(refusal);
    },
    take() {
      const taken = [...counted.values()];
      counted = new Map();
      return taken;
    },
  };
}
