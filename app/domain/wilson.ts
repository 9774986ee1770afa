/** z of a two-sided 95 % interval. */
const z = 1.96;

/** The 95 % interval (Wilson 1927) of a share that was seen `hits` times in `of`; 0 to 1. Nothing seen says nothing: 0 to 1. */
export function wilsonInterval(
  hits: number,
  of: number,
): { readonly low: number; readonly high: number } {
  if (of === 0) return { low: 0, high: 1 };
  const share = hits / of;
  const spread = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const middle = share + (z * z) / (2 * of);
  const scale = 1 + (z * z) / of;
  return {
    low: Math.max(0, (middle - spread) / scale),
    high: Math.min(1, (middle + spread) / scale),
  };
}
