import type { ShippedTable } from '#app/domain/text/table.ts';

const steepest = 127;

/** The weights in 8 bits each, every class by a step of its own. */
export function pack(weights: Float64Array, classes: number): ShippedTable {
  const most = Array.from({ length: classes }, () => 0);
  for (const [place, weight] of weights.entries()) {
    const one = place % classes;
    most[one] = Math.max(most[one] ?? 0, Math.abs(weight));
  }
  const steps = most.map((one) => Number((one / steepest).toPrecision(6)));
  const packed = Int8Array.from(weights, (weight, place) => {
    const step = steps[place % classes] ?? 0;
    return step === 0 ? 0 : Math.max(-steepest, Math.min(steepest, Math.round(weight / step)));
  });
  return { steps, weights: Buffer.from(packed.buffer).toString('base64') };
}
