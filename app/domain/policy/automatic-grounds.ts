import { groundIds, type GroundId } from '../scenarios/ground-ids.ts';

/**
 * Grounds that a person always decides: special circumstances, a dispute that is open at the bank (never pay twice), and the
 * one that suggests nothing.
 */
const manualGrounds = [
  'payment-inquiry',
  'not-eligible',
  'health',
  'bereavement',
  'safety',
  'hygiene-exception',
] as const satisfies readonly GroundId[];
type ManualGround = (typeof manualGrounds)[number];

export type AutomaticGround = Exclude<GroundId, ManualGround>;

export const automaticGrounds: readonly AutomaticGround[] = groundIds.filter(
  (ground): ground is AutomaticGround => !(manualGrounds as readonly GroundId[]).includes(ground),
);
