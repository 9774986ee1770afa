import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '../run/with-undo.ts';

/** With so many the page is worth opening, though some orders are still to be judged. */
const enough = 25;
const patienceMs = 6000;
const giveUpAfterMs = 120_000;

/** Waits until the orders are judged, or most of what there is to see is there; says how far it is. */
export async function waitForSuggestions(options: {
  readonly databaseUrl: string;
  readonly orders: number;
  readonly signal: AbortSignal;
}): Promise<void> {
  const { orders, signal } = options;
  const client = new pg.Client({ connectionString: options.databaseUrl });
  await client.connect();
  try {
    const since = performance.now();
    for (let told = ''; ; await sleep(250, null, { signal })) {
      const { rows } = await client.query<{ judged: number; suggestions: number }>(
        `select (select count(*)::int from order_record) as judged,
           (select count(*)::int from suggestion) as suggestions`,
      );
      const { judged, suggestions } = rows[0] ?? { judged: 0, suggestions: 0 };
      const progress = `${judged} of ${orders} orders judged, ${suggestions} suggestions`;
      const waitedMs = performance.now() - since;
      const isEnough = judged >= orders || (suggestions >= enough && waitedMs > patienceMs);
      if (isEnough && suggestions > 0) {
        console.log(progress);
        return;
      }
      if (waitedMs > giveUpAfterMs) {
        throw new Problem(`after ${giveUpAfterMs / 1000} s only ${progress}: see the app's log`);
      }
      const round = `${Math.floor(waitedMs / 2000)}`;
      if (round !== told && judged > 0) console.log(progress);
      told = round;
    }
  } finally {
    await client.end();
  }
}
