import { quantile } from '../lanes/learn-lanes.ts';
import { dayMs, millisecondsOf, type Instant } from '../time.ts';
import { isOwed } from './measures.ts';
import { firstWordOf, type Act, type Trial } from './trial.ts';

/** How early the right suggestions would have been, against one clock. */
export interface LeadTime {
  /** Right ones that had such a clock, and those of them that came before it. */
  readonly clocks: number;
  readonly before: number;
  /** Days from acting to it, negative where it came too late; null without clocks. */
  readonly medianDays: number | null;
}

export interface LeadTimes {
  /** The buyer's first word. */
  readonly contact: LeadTime;
  /** The first day on which the bank takes a dispute. */
  readonly bank: LeadTime;
  /** The day by which the law wants the money back. */
  readonly legal: LeadTime;
}

export function leadTimes(trials: readonly Trial[]): LeadTimes {
  const right = trials.filter(isOwed);
  return {
    contact: leadTo(right, (_act, { outcome }) => firstWordOf(outcome)),
    bank: leadTo(right, ({ bankFrom }) => bankFrom),
    legal: leadTo(right, ({ legalBy }) => legalBy),
  };
}

function leadTo(
  trials: readonly Trial[],
  clock: (act: Act, trial: Trial) => Instant | null,
): LeadTime {
  const days = trials.flatMap((trial) => {
    const at = trial.act && clock(trial.act, trial);
    return trial.act && at ? [(millisecondsOf(at) - millisecondsOf(trial.act.at)) / dayMs] : [];
  });
  return {
    clocks: days.length,
    before: days.filter((lead) => lead >= 0).length,
    medianDays: days.length === 0 ? null : quantile(days, 0.5),
  };
}
