import { hints, says, type Said } from '../said.ts';

export const shipengineStatuses: Readonly<Record<string, Said>> = {
  AC: says('picked-up'),
  IT: hints('moving'),
  DE: says('delivered'),
  EX: hints('problem'),
  AT: hints('attempt-failed'),
  UN: hints('unknown'),
};
