import type { Instant } from '../domain/time.ts';
import type { Database } from './database.server.ts';
import { maybeInstantOf } from './instant-column.ts';
import { notFoundAtShopify } from './refund-attempts.server.ts';

/** How the line is, over all shops: figures alone, which name nobody. */
export interface LineFigures {
  /** Refunds that went out and whose answer is not in yet. */
  readonly sent: number;
  /** Refunds of which nobody knows whether Shopify made them, those included that a person has to look for. */
  readonly unknown: number;
  readonly oldestUnknown: Instant | null;
  /** Unknown for so long that nothing is sent any more. */
  readonly forAPerson: number;
  /** Refunds whose money failed after Shopify took them. */
  readonly moneyFailed: number;
  /** Deliveries that wait to be worked through. */
  readonly waiting: number;
  readonly oldestWaiting: Instant | null;
  /** Deliveries that were given up, until they are resolved. */
  readonly deadLetters: number;
}

/** Looked for across shops: what runs the app asks, not a merchant. */
export async function readLineFigures({ prisma }: Database): Promise<LineFigures> {
  const [[refunds], [inbox]] = await Promise.all([
    prisma.$queryRaw<RefundFigures[]>`
      select
        count(*) filter (where state = 'sent')::int as sent,
        count(*) filter (where state = 'unknown')::int as unknown,
        min(first_sent_at) filter (where state = 'unknown') as "oldestUnknown",
        count(*) filter (where state = 'unknown' and problem = ${notFoundAtShopify})::int as "forAPerson",
        count(*) filter (where state = 'refunded')::int as "moneyFailed"
      from refund_attempt
      where state in ('sent', 'unknown') or (state = 'refunded' and money_status = 'failure')`,
    prisma.$queryRaw<InboxFigures[]>`
      select
        count(*) filter (where dead_at is null)::int as waiting,
        min(received_at) filter (where dead_at is null) as "oldestWaiting",
        count(*) filter (where dead_at is not null)::int as "deadLetters"
      from inbox_delivery where drained_at is null`,
  ]);
  return {
    sent: refunds?.sent ?? 0,
    unknown: refunds?.unknown ?? 0,
    oldestUnknown: maybeInstantOf(refunds?.oldestUnknown ?? null),
    forAPerson: refunds?.forAPerson ?? 0,
    moneyFailed: refunds?.moneyFailed ?? 0,
    waiting: inbox?.waiting ?? 0,
    oldestWaiting: maybeInstantOf(inbox?.oldestWaiting ?? null),
    deadLetters: inbox?.deadLetters ?? 0,
  };
}

interface RefundFigures {
  readonly sent: number;
  readonly unknown: number;
  readonly oldestUnknown: Date | null;
  readonly forAPerson: number;
  readonly moneyFailed: number;
}

interface InboxFigures {
  readonly waiting: number;
  readonly oldestWaiting: Date | null;
  readonly deadLetters: number;
}
