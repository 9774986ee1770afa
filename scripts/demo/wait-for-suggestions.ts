import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '../run/with-undo.ts';

const giveUpAfterMs = 180_000;
const tellEveryMs = 2000;

/** With so many, the page is worth opening while the rest is still judged. */
const enough = 20;

/** Waits until there are suggestions to see, or all the orders are judged; says how far it is. */
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
    for (let tellAt = tellEveryMs; ; await sleep(100, null, { signal })) {
      const { rows } = await client.query<{ judged: number; suggestions: number }>(
        `select (select count(*)::int from order_record) as judged,
           (select count(*)::int from suggestion) as suggestions`,
      );
      const { judged, suggestions } = rows[0] ?? { judged: 0, suggestions: 0 };
      const progress = `${judged} of ${orders} orders judged, ${suggestions} suggestions`;
      const waitedMs = performance.now() - since;
      const isDone = suggestions >= enough || (judged >= orders && suggestions > 0);
      if (isDone || waitedMs > tellAt) console.log(progress);
      if (isDone) return;
      if (waitedMs > tellAt) tellAt += tellEveryMs;
      if (waitedMs > giveUpAfterMs) {
        throw new Problem(`after ${giveUpAfterMs / 1000} s only ${progress}: see the app's log`);
      }
    }
  } finally {
    await client.end();
  }
}
