import type { World } from './world.ts';

/** One try of an attack, and what came of it. */
export interface Try {
  readonly tried: string;
  /** As a status, or in words where there is none. */
  readonly answer: string;
  readonly isRefused: boolean;
}

export interface Attack {
  readonly attack: string;
  readonly make: (world: World) => Promise<readonly Try[]>;
}

/** A try that is refused by any answer that shows and does nothing. */
export function refusedUnless(tried: string, answer: string | number, breach: string | false): Try {
  return {
    tried,
    answer: breach === false ? String(answer) : `${answer}: ${breach}`,
    isRefused: breach === false,
  };
}
