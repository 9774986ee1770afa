import { Prisma } from '../../generated/prisma/client.ts';
import type { Database } from '../../app/db/database.server.ts';
import { pageSql, readQueue } from '../../app/db/read-queue.server.ts';
import type { ShopDomain } from '../../app/domain/ids.ts';
import { queueSorts, type QueueQuery } from '../../app/domain/queue.ts';
import { instantAt, type Instant } from '../../app/domain/time.ts';
import { queueQueryOf } from '../../app/ui/queue-url.ts';
import { median } from './median.ts';

/** The same shop in two databases. */
export interface Sizes<Of> {
  readonly large: Of;
  readonly small: Of;
}

/** What the queue's page costs where there is much, and where there is little. */
export interface QueueTime {
  readonly view: string;
  /** Milliseconds, median: the page's ids alone, by keyset. */
  readonly page: Sizes<number>;
  /** All that the page reads: rows, counts of the tabs, what filters offer. */
  readonly whole: Sizes<number>;
  readonly isSamePlan: boolean;
}

const roundsToWarm = 5;
const rounds = 40;
const pagesDown = 5;

/** Both databases in turn, so that whatever else the machine does meets both. */
export async function timeQueue(
  databases: Sizes<Database>,
  shop: ShopDomain,
): Promise<readonly QueueTime[]> {
  const now = instantAt(Date.now());
  const times: QueueTime[] = [];
  for (const [view, queries] of await viewsOf(databases, shop, now)) {
    const page = await inTurn(({ prisma }, size) =>
      prisma.$queryRaw(pageSql(shop, queries[size], now)),
    );
    const whole = await inTurn((db, size) => readQueue(db, shop, queries[size], now));
    const large = await planOf(databases.large, pageSql(shop, queries.large, now));
    const small = await planOf(databases.small, pageSql(shop, queries.small, now));
    times.push({ view, page, whole, isSamePlan: large === small });
  }
  return times;

  async function inTurn(
    read: (db: Database, size: keyof Sizes<Database>) => Promise<unknown>,
  ): Promise<Sizes<number>> {
    const taken: Sizes<number[]> = { large: [], small: [] };
    for (let round = -roundsToWarm; round < rounds; round += 1) {
      const sizes = round % 2 === 0 ? (['large', 'small'] as const) : (['small', 'large'] as const);
      for (const size of sizes) {
        const since = performance.now();
        await read(databases[size], size);
        if (round >= 0) taken[size].push(performance.now() - since);
      }
    }
    return { large: median(taken.large), small: median(taken.small) };
  }
}

async function viewsOf(databases: Sizes<Database>, shop: ShopDomain, now: Instant) {
  const views = queueSorts.map((sort) => {
    const query: QueueQuery = { ...queueQueryOf(new URLSearchParams()), sort };
    return [`by ${sort}`, { large: query, small: query }] as const;
  });
  const first = queueQueryOf(new URLSearchParams());
  const further = async (db: Database) => {
    let query = first;
    for (let page = 0; page < pagesDown; page += 1) {
      const { next } = await readQueue(db, shop, query, now);
      if (next !== null) query = { ...query, after: next };
    }
    return query;
  };
  const deep = { large: await further(databases.large), small: await further(databases.small) };
  const done: QueueQuery = { ...first, tab: 'done' };
  return [
    ...views,
    [`page ${pagesDown + 1}`, deep] as const,
    ['what is done', { large: done, small: done }] as const,
  ];
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

/** The kinds of its steps and the indexes that they read. */
async function planOf({ prisma }: Database, sql: Prisma.Sql): Promise<string> {
  const [explained] = await prisma.$queryRaw<{ 'QUERY PLAN': [{ Plan: PlanNode }] }[]>(
    Prisma.sql`explain (format json) ${sql}`,
  );
  if (!explained) throw new Error('no plan');
  const tell = (node: PlanNode): string =>
    `${node['Node Type']} ${node['Index Name'] ?? ''}(${(node.Plans ?? []).map(tell).join()})`;
  return tell(explained['QUERY PLAN'][0].Plan);
}
