import { randomBytes } from 'node:crypto';
import type { Faults, SimulatorClock } from '../shopify-api.ts';
import { graphqlTime } from '../orders/read-field.ts';
import type { BulkResult } from './bulk-query.ts';

/** One bulk operation, as Shopify shows it. */
export interface BulkOperationState {
  readonly id: string;
  readonly shop: string;
  readonly query: string;
  readonly type: 'QUERY';
  readonly status: 'CREATED' | 'RUNNING' | 'COMPLETED' | 'CANCELED' | 'FAILED';
  readonly errorCode: 'ACCESS_DENIED' | 'INTERNAL_SERVER_ERROR' | null;
  readonly createdAt: string;
  readonly completedAt: string | null;
  readonly objectCount: string;
  readonly rootObjectCount: string;
  readonly fileSize: string | null;
  readonly url: string | null;
  readonly partialDataUrl: null;
}

export type BulkRun =
  { readonly outcome: 'made'; readonly result: BulkResult } | { readonly outcome: 'denied' };

export interface BulkDesk {
  /** Null: too many of the shop's run already. */
  start(
    shop: string,
    query: string,
    run: () => BulkRun,
  ): { readonly operation: BulkOperationState | null; readonly running: readonly string[] };
  find(shop: string, id: string): BulkOperationState | null;
  cancel(shop: string, id: string): BulkOperationState | null;
  /** The file of an address, as bytes; null for none. */
  file(path: string): Buffer | null;
  close(): void;
}

/** From 2026-01 (https://shopify.dev/changelog/faster-bulk-operations). */
const mostAtOnce = 5;

/** Where results are: a host of its own, and no shop's. */
export const bulkResultHost = 'bulk-results.myshopify.com';

export function openBulkDesk(world: {
  readonly clock: SimulatorClock;
  readonly faults: Faults;
  readonly newId: (type: string) => string;
  /** An operation came to an end. */
  readonly onEnd: (operation: BulkOperationState) => void;
}): BulkDesk {
  const { clock, faults, newId, onEnd } = world;
  const operations = new Map<string, BulkOperationState>();
  const files = new Map<string, Buffer>();
  const timers = new Set<NodeJS.Timeout>();
  const isOn = ({ status }: BulkOperationState) => status === 'CREATED' || status === 'RUNNING';
  const own = (shop: string, id: string) => {
    const found = operations.get(id);
    return found?.shop === shop ? found : null;
  };
  const change = (id: string, changes: Partial<BulkOperationState>) => {
    const before = operations.get(id);
    if (!before || !isOn(before)) return;
    const after = { ...before, ...changes };
    operations.set(id, after);
    if (!isOn(after)) onEnd(after);
  };
  const end = (id: string, run: () => BulkRun) => {
    const completedAt = graphqlTime(clock.now());
    if (faults.failBulk > 0) {
      faults.failBulk -= 1;
      change(id, { status: 'FAILED', errorCode: 'INTERNAL_SERVER_ERROR', completedAt });
      return;
    }
    const came = run();
    if (came.outcome === 'denied') {
      change(id, { status: 'FAILED', errorCode: 'ACCESS_DENIED', completedAt });
      return;
    }
    const { lines, roots } = came.result;
    const file = Buffer.from(lines.map((line) => `${line}\n`).join(''), 'utf8');
    const path = `/${randomBytes(12).toString('hex')}.jsonl`;
    files.set(path, file);
    change(id, {
      status: 'COMPLETED',
      completedAt,
      objectCount: String(lines.length),
      rootObjectCount: String(roots),
      fileSize: String(file.length),
      url: lines.length === 0 ? null : `https://${bulkResultHost}${path}`,
    });
  };
  return {
    start(shop, query, run) {
      const running = [...operations.values()].filter((each) => each.shop === shop && isOn(each));
      if (running.length >= mostAtOnce) {
        return { operation: null, running: running.map(({ id }) => id) };
      }
      const operation: BulkOperationState = {
        id: newId('BulkOperation'),
        ...{ shop, query },
        type: 'QUERY',
        status: 'CREATED',
        errorCode: null,
        createdAt: graphqlTime(clock.now()),
        completedAt: null,
        objectCount: '0',
        rootObjectCount: '0',
        fileSize: null,
        url: null,
        partialDataUrl: null,
      };
      operations.set(operation.id, operation);
      const timer = setTimeout(() => {
        timers.delete(timer);
        end(operation.id, run);
      }, faults.bulkTakesMs);
      timers.add(timer);
      return { operation, running: [] };
    },
    find: own,
    cancel(shop, id) {
      if (!own(shop, id)) return null;
      change(id, { status: 'CANCELED', completedAt: graphqlTime(clock.now()) });
      return own(shop, id);
    },
    file: (path) => files.get(path) ?? null,
    close() {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
