import type { DigestFigures } from '../domain/digest/digest.ts';
import type { ShopDomain } from '../domain/ids.ts';
import { parseMoney } from '../domain/money.ts';
import { addDays, type Instant } from '../domain/time.ts';
import type { Tx } from './database.server.ts';
import { readPaid } from './overview/money.server.ts';

interface SumRow {
  readonly currency: string;
  readonly count: number;
  readonly amount: string;
}

const soonDays = 3;

/** What a digest of this instant says. */
export async function readDigest(tx: Tx, shop: ShopDomain, now: Instant): Promise<DigestFigures> {
  const waiting = await tx.$queryRaw<SumRow[]>`
    select currency, count(*)::int as count, sum(amount)::text as amount from suggestion
    where shop = ${shop} and queue_tab = 'to-decide'
    group by currency order by count(*) desc, currency`;
  const soon = await tx.$queryRaw<SumRow[]>`
    select currency, count(*)::int as count, sum(amount)::text as amount from suggestion
    where shop = ${shop} and queue_tab = 'to-decide' and act_by <= ${addDays(now, soonDays)}::timestamptz
    group by currency order by count(*) desc, currency`;
  const paid = await readPaid(tx, shop, { from: addDays(now, -1), to: now });
  return { waiting: waiting.map(sumOf), soon: soon.map(sumOf), paid };
}

function sumOf({ count, currency, amount }: SumRow) {
  return { count, amount: parseMoney(amount, currency) };
}
