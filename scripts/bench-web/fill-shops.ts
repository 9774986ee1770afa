import { readFileSync } from 'node:fs';
import pg from 'pg';
import type { Party } from '../../app/domain/claim.ts';
import type { Claim } from '../../app/domain/suggestion.ts';
import { suggestion } from '../../tests/support/suggestion.ts';
import { Problem } from '../run/with-undo.ts';

/** In each statement, so that a run can be stopped between two. */
const rowsAtOnce = 50_000;
const longestMinutes = 15;
const insert = readFileSync(new URL('suggestions.sql', import.meta.url), 'utf8');
/** A number from 0 on, below `sides`, the same at each call. */
const dice = `create function bench_dice(n integer, seed integer, sides integer) returns integer
  language sql immutable as 'select (abs(hashint4extended(n, seed)) % sides)::integer'`;
const otherShops = ['north', 'harbour', 'willow'].map((name) => `bench-${name}.myshopify.com`);
/** Of the measured shop's rows, what each of the others has. */
const shareOfOthers = 1 / 200;

/**
 * Fills an empty database with suggestions of which the shop has `rows`: most are decided long ago, one in sixteen is still
 * to be decided or waits. Indexes are made afterwards, as they are when a database is restored.
 */
export async function fillShops(
  url: string,
  {
    shop,
    rows,
    signal,
  }: { readonly shop: string; readonly rows: number; readonly signal: AbortSignal },
): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const until = performance.now() + longestMinutes * 60_000;
  try {
    await client.query('alter table suggestion set unlogged');
    await client.query(dice);
    await client.query("set synchronous_commit = off; set maintenance_work_mem = '256MB'");
    const indexes = await dropIndexes(client);
    const others = Math.ceil(rows * shareOfOthers);
    const shops = [[shop, rows], ...otherShops.map((other) => [other, others] as const)] as const;
    for (const [each, count] of shops) {
      for (let from = 1; from <= count; from += rowsAtOnce) {
        signal.throwIfAborted();
        if (performance.now() > until) {
          throw new Problem(`the database was not filled within ${longestMinutes} minutes`);
        }
        const to = Math.min(count, from + rowsAtOnce - 1);
        await client.query(insert, [each, from, to, ...templates()]);
      }
    }
    for (const index of indexes) {
      signal.throwIfAborted();
      await client.query(index);
    }
    await client.query('vacuum analyze suggestion');
  } finally {
    await client.end();
  }
}

/** The statements that make them again; what a constraint rests on stays. */
async function dropIndexes(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string; made: string }>(`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made from pg_index
    where indrelid = 'suggestion'::regclass
      and not exists (select from pg_constraint where conindid = indexrelid)`);
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ made }) => made);
}

const grounds: readonly (readonly [Claim['scenario'], Claim['ground'], Party])[] = [
  ['logistics', 'silent-parcel', 'carrier'],
  ['logistics', 'late-arrival', 'carrier'],
  ['logistics', 'late-arrival', 'carrier'],
  ['logistics', 'lost', 'carrier'],
  ['logistics', 'customs-hold', 'carrier'],
  ['logistics', 'late-dispatch', 'seller'],
  ['product-quality', 'damaged', 'supplier'],
  ['product-quality', 'missing-items', 'seller'],
  ['return-policy', 'return-received', 'seller'],
  ['buyer-request', 'cancel-before-shipping', 'buyer'],
];

/** What a real claim looks like, for each ground, and what is recommended: to pay now, and to ask the carrier. */
function templates() {
  const { claim, recommendation, care } = suggestion();
  const [best, ...others] = recommendation.options;
  const claims = grounds.map(([scenario, ground]) => ({ ...claim, scenario, ground }));
  const recommendations = (['refund', 'contact-carrier'] as const).map((kind) => ({
    options: [{ ...best, kind }, ...others],
  }));
  return [
    claims.map((each) => JSON.stringify(each)),
    grounds.map(([, , party]) => party),
    recommendations.map((each) => JSON.stringify(each)),
    JSON.stringify(care),
  ];
}
