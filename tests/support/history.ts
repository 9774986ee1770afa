import { daysBefore, restOrder, type RestOrderChanges } from './rest-order.ts';
import { shopDomain, waitUntil, type Stage } from './stage.ts';

/** An order of some days ago, in the simulator, without a word to the app. */
export function loadPast(stage: Stage, days: number, changes: RestOrderChanges = {}): string {
  const at = daysBefore(days);
  const loaded = stage.simulator.api.loadOrder(
    shopDomain,
    restOrder({ created_at: at, updated_at: at, processed_at: at, ...changes }),
  );
  if (loaded.outcome !== 'loaded') throw new Error(loaded.reason);
  return loaded.orderId;
}

/** Asks for past orders, or stops reading them, as the page does. */
export async function askHistory(stage: Stage, wish: 'read' | 'cancel'): Promise<unknown> {
  const response = await stage.fetch('/app/back-test/history', {
    method: 'POST',
    body: new URLSearchParams({ wish }),
  });
  return response.json();
}

export interface ImportRow {
  readonly state: string;
  readonly stage: string;
  readonly orders: number;
  readonly dispatches: number;
  readonly since: Date | null;
  readonly problem: string | null;
}

export async function newestImport(stage: Stage): Promise<ImportRow | undefined> {
  const [row] = await stage.query<ImportRow>(
    'select state, stage, orders, dispatches, since, problem from history_import order by asked_at desc limit 1',
  );
  return row;
}

/** Reads the past to its end, whatever that is. */
export async function readHistory(stage: Stage): Promise<ImportRow> {
  await askHistory(stage, 'read');
  return historyEnded(stage);
}

export async function historyEnded(stage: Stage): Promise<ImportRow> {
  let ended: ImportRow | undefined;
  await waitUntil(async () => {
    ended = await newestImport(stage);
    return ended !== undefined && ended.state !== 'running';
  }, 'the history to be read');
  if (!ended) throw new Error('nothing was read');
  return ended;
}
