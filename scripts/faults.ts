/**
 * What breaks, and what is lost by it: `npm run -s faults -- [--json] [--only TEXT]`. In each fault Shopify tells of forty orders
 * and a merchant clicks Refund eight times; whatever was acknowledged has to become a suggestion, and whatever was approved
 * has to be paid, once. Exits with 1 unless lost and duplicated are zero in every row.
 */
import { parseArgs } from 'node:util';
import { liveThrough, type Reckoning } from './faults/busy-day.ts';
import type { Fault } from './faults/fault.ts';
import { senderFaults } from './faults/of-senders.ts';
import { shopifyFaults } from './faults/of-shopify.ts';
import { machineFaults, unmountSmallDisk } from './faults/of-the-machine.ts';
import { Problem, runWithUndo, type Run } from './run/with-undo.ts';

const faults: readonly Fault[] = [...machineFaults, ...shopifyFaults, ...senderFaults];
const usage = 'npm run -s faults -- [--json] [--only TEXT]';

await runWithUndo(liveThroughAll, { ifStopped: 130 });

async function liveThroughAll(run: Run): Promise<number> {
  const { json, only } = readArguments();
  const chosen = faults.filter(({ fault }) => fault.includes(only));
  if (chosen.length === 0) throw new Problem(`no fault is called ${only}`);
  const rows: Reckoning[] = [];
  const untried: { readonly fault: string; readonly missing: string }[] = [];
  for (const fault of chosen) {
    run.signal.throwIfAborted();
    const missing = fault.missing ? await fault.missing() : null;
    if (missing !== null) {
      untried.push({ fault: fault.fault, missing });
      console.error(`${fault.fault}: not tried for want of ${missing}`);
      continue;
    }
    if (fault.missing) run.atEnd('the small disk', unmountSmallDisk);
    const row = await liveThrough(run, fault);
    rows.push(row);
    if (!json) console.log(sayRow(row));
  }
  if (json) console.log(JSON.stringify({ rows, untried }, null, 2));
  return rows.every(isUnharmed) ? 0 : 1;
}

function isUnharmed({ lost, duplicated, recoveredMs }: Reckoning): boolean {
  return lost === 0 && duplicated === 0 && recoveredMs !== null;
}

function readArguments(): { readonly json: boolean; readonly only: string } {
  try {
    return parseArgs({
      options: {
        json: { type: 'boolean', default: false },
        only: { type: 'string', default: '' },
      },
    }).values;
  } catch (error) {
    throw error instanceof TypeError ? new Problem(`${error.message}\n${usage}`) : error;
  }
}

function sayRow(row: Reckoning): string {
  const { fault, deliveries, refused, slowestAnswerMs, refunds, lost, duplicated, recoveredMs } =
    row;
  const recovered =
    recoveredMs === null ? 'NOT RECOVERED' : `recovered in ${(recoveredMs / 1000).toFixed(1)} s`;
  return (
    `${fault}: lost ${lost}, duplicated ${duplicated}, ${recovered}\n` +
    `    ${deliveries} deliveries, ${refused} of them refused, the slowest answer ${slowestAnswerMs} ms; ${refunds} refunds approved`
  );
}
