import { hints, says, type Said } from '../said.ts';

/** The event codes that posts exchange for parcels and EMS items. */
export const upuEvents: Readonly<Record<string, Said>> = {
  EMA: says('picked-up'),
  EMB: says('moving', { leg: 'export' }),
  EXA: says('customs', { leg: 'export' }),
  EXB: says('customs-held', { leg: 'export' }),
  EXC: says('customs-cleared', { leg: 'export' }),
  EXD: hints('held', { leg: 'export' }),
  EXX: says('cancelled', { leg: 'export' }),
  EMC: says('moving', { leg: 'line-haul' }),
  EMJ: says('moving', { leg: 'line-haul' }),
  EMK: says('moving', { leg: 'line-haul' }),
  EMD: says('moving', { leg: 'import' }),
  EDA: hints('held', { leg: 'import' }),
  EDB: says('customs', { leg: 'import' }),
  EME: says('customs-held', { leg: 'import' }),
  EDC: says('customs-cleared', { leg: 'import' }),
  EMF: says('moving', { leg: 'import' }),
  EDD: says('moving', { leg: 'last-mile' }),
  EDE: says('moving', { leg: 'last-mile' }),
  EDF: hints('held', { leg: 'last-mile' }),
  EMG: says('moving', { leg: 'last-mile' }),
  EDG: says('out-for-delivery'),
  EDH: says('ready-for-pickup'),
  EMH: hints('attempt-failed'),
  EMI: says('delivered'),
};
