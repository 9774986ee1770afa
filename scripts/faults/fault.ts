import type { Stage } from '../../tests/support/stage.ts';

/** Something that goes wrong while a shop is busy. */
export interface Fault {
  readonly fault: string;
  /** Where PostgreSQL keeps its files; the app's own place when absent. */
  readonly postgres?: string;
  /** What of the machine it needs and does not have; null when it can be tried. */
  readonly missing?: () => Promise<string | null>;
  /** How long it lasts, milliseconds. */
  readonly lastsMs: number;
  /** Makes it happen; what comes back ends it. */
  readonly begin: (stage: Stage) => Promise<() => Promise<void>> | (() => Promise<void>);
}
