import type { Evidence } from '../../claim.ts';
import { fact } from '../../evidence.ts';
import type { ParcelView } from '../../parcels/parcel-view.ts';
import { addDays, type Instant } from '../../time.ts';

/** How long such silence is ordinary on the lane, since when it is not, and where the figure is from. */
export function lanePatience(
  { limits }: ParcelView,
  limitDays: number,
  reachedAt: Instant,
): readonly Evidence[] {
  return [fact('silence-limit', { days: limitDays }, reachedAt), limits.evidence];
}

/** Days that a peak season or holidays gave the parcel on top of its limit; null for none. */
export function extraDaysOf(
  start: Instant,
  limitDays: number,
  reachedAt: Instant,
): Evidence | null {
  const usual = addDays(start, limitDays);
  return reachedAt > usual ? fact('extra-days', {}, reachedAt) : null;
}
