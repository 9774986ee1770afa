import { addDays, type Instant } from './time.ts';

/** When an act-by falls, seen from now. Each suggestion is in exactly one. */
export const dueWindows = [
  'overdue',
  'within-day',
  'within-3-days',
  'within-7-days',
  'later',
  'no-deadline',
] as const;
export type DueWindow = (typeof dueWindows)[number];

/** After the one, until and with the other; null where there is no end. */
export interface DueBounds {
  readonly after: Instant | null;
  readonly until: Instant | null;
}

/** Where the window lies; null for what has no deadline at all. */
export function boundsOf(window: DueWindow, now: Instant): DueBounds | null {
  switch (window) {
    case 'overdue':
      return { after: null, until: now };
    case 'within-day':
      return { after: now, until: addDays(now, 1) };
    case 'within-3-days':
      return { after: addDays(now, 1), until: addDays(now, 3) };
    case 'within-7-days':
      return { after: addDays(now, 3), until: addDays(now, 7) };
    case 'later':
      return { after: addDays(now, 7), until: null };
    case 'no-deadline':
      return null;
  }
}
