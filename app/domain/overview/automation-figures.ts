import { decidedOf } from '../automation.ts';
import type { AutomaticPolicy } from '../policy/sections.ts';
import type { AutomationFigures, AutomationModes, WatchedGround } from './figures.ts';

export function modesOf(automatic: AutomaticPolicy): AutomationModes {
  const modes = Object.values(automatic);
  return {
    on: modes.filter((mode) => mode === 'on').length,
    watching: modes.filter((mode) => mode === 'shadow').length,
  };
}

/** All grounds taken together. */
export interface Watched {
  readonly count: number;
  /** Those of which people, or the facts, said whether it was right. */
  readonly decided: number;
  readonly agreed: number;
}

export function watchedOf(grounds: readonly WatchedGround[]): Watched {
  const sum = (of: (ground: WatchedGround) => number) =>
    grounds.reduce((total, ground) => total + of(ground), 0);
  return {
    count: sum(({ count }) => count),
    decided: sum(decidedOf),
    agreed: sum(({ agreed }) => agreed),
  };
}

/** Whether anything happened in the time that automation had to do with. */
export function hasAutomation({
  paid,
  undone,
  stopped,
  capped,
  watched,
}: Omit<AutomationFigures, 'modes'>): boolean {
  return paid.length + undone + stopped + capped + watched.length > 0;
}
