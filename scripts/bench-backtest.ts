/**
 * Measures a back-test of a made-up history: `npm run -s bench:backtest -- [--orders 100000] [--rounds 3] [--json]`. Each round
 * judges all of it as the job does, against the bare time of the same `assess` calls, with the memory of its first and its last part.
 */
import { parseArgs } from 'node:util';
import { benchBackTest } from './bench-backtest/rounds.ts';
import { tellRounds } from './bench-backtest/tell-rounds.ts';
import { runWithUndo } from './run/with-undo.ts';

const usage = 'npm run -s bench:backtest -- [--orders 100000] [--rounds 3] [--json]';

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        orders: { type: 'string', default: '100000' },
        rounds: { type: 'string', default: '3' },
        json: { type: 'boolean', default: false },
      },
    });
    const [orders, rounds] = [Number(values.orders), Number(values.rounds)];
    if (Number.isInteger(orders) && Number.isInteger(rounds) && orders > 0 && rounds > 0) {
      return { orders, rounds, json: values.json };
    }
    throw new Error('how many orders, and how many rounds?');
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    process.exit(2);
  }
}

const { json, ...size } = readArguments();
await runWithUndo(
  async (run) => {
    const rounds = await benchBackTest(run, size);
    console.log(json ? JSON.stringify(rounds, null, 2) : tellRounds(rounds));
    return 0;
  },
  { ifStopped: 130 },
);
