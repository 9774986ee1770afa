import { Prisma } from '#generated/prisma/client.ts';
import type { ShopDomain } from '../domain/ids.ts';
import { probabilityBands, type Confidence, type QueueQuery } from '../domain/queue.ts';
import { payingNow } from '../domain/remedy/pays-now.ts';
import type { Instant } from '../domain/time.ts';
import { isDueIn } from './due.server.ts';

/** What a row of the query's tab has to be, joined by `and`. */
export function queueConditions(shop: ShopDomain, query: QueueQuery, now: Instant): Prisma.Sql {
  const conditions = [Prisma.sql`shop = ${shop}`, Prisma.sql`queue_tab = ${query.tab}`];
  if (query.scenario) conditions.push(Prisma.sql`scenario = ${query.scenario}`);
  if (query.ground) conditions.push(Prisma.sql`ground = ${query.ground}`);
  if (query.responsible) conditions.push(Prisma.sql`responsible = ${query.responsible}`);
  if (query.country) conditions.push(Prisma.sql`destination_country = ${query.country}`);
  if (query.carrier) conditions.push(Prisma.sql`carriers @> array[${query.carrier}]`);
  if (query.due) conditions.push(isDueIn(query.due, now));
  if (query.confidence) conditions.push(confidenceCondition(query.confidence));
  if (query.currency) conditions.push(Prisma.sql`currency = ${query.currency}`);
  if (query.from) conditions.push(Prisma.sql`amount >= ${query.from}::numeric`);
  if (query.to) conditions.push(Prisma.sql`amount <= ${query.to}::numeric`);
  if (query.search) {
    conditions.push(Prisma.sql`strpos(lower(order_name), lower(${query.search})) > 0`);
  }
  return Prisma.join(conditions, ' and ');
}

function confidenceCondition(confidence: Confidence): Prisma.Sql {
  const now = Prisma.join([...payingNow]);
  switch (confidence) {
    case 'pay-now':
      return Prisma.sql`recommended in (${now})`;
    case 'not-yet':
      return Prisma.sql`recommended not in (${now})`;
    default: {
      const [from, below] = probabilityBands[confidence];
      return Prisma.sql`probability >= ${from} and probability < ${below}`;
    }
  }
}
