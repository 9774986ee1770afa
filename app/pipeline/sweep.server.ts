import { inTransaction } from '../db/database.server.ts';
import { findForgottenDeliveries } from '../db/inbox.server.ts';
import { findForgottenOrders, takeDueOrders } from '../db/order-records.server.ts';
import { findForgottenAttempts, takeUnreconciled } from '../db/refund-attempts.server.ts';
import { addSeconds } from '../domain/time.ts';
import type { Line } from './line.server.ts';
import { wakeDue } from './wake.server.ts';

const atOnce = 500;
/** Seconds after which a stored delivery without a job is no longer just under way. */
const forgottenAfter = 20;

/** Seconds after which a refund is looked for in Shopify's books, whatever news of it came. */
const reconciledAfter = 60;

/** Silence is news: wakes and asks for a look at what is due by time alone, and for whatever the queue forgot. */
export async function sweep(line: Line): Promise<{
  readonly due: number;
  readonly forgotten: number;
  readonly woken: number;
}> {
  const asked = await askForLooks(line);
  return { ...asked, woken: await wakeDue(line) };
}

async function askForLooks({ db, queue, now }: Line) {
  return inTransaction(db, async (tx, sql) => {
    const at = now();
    const due = await takeDueOrders(tx, at, atOnce);
    const before = addSeconds(at, -forgottenAfter);
    const forgotten = await findForgottenOrders(tx, before);
    const settledBefore = addSeconds(at, -reconciledAfter);
    const unreconciled = await takeUnreconciled(tx, { before: settledBefore, now: at });
    const looks = [...due, ...forgotten, ...unreconciled];
    if (looks.length > 0) await queue.requestLooks(looks, sql);
    const deliveries = await findForgottenDeliveries(tx, before);
    if (deliveries.length > 0) await queue.requestDeliveries(deliveries, sql);
    const attempts = await findForgottenAttempts(tx, before);
    for (const attempt of attempts) await queue.requestRefund(attempt, at, sql);
    return {
      due: due.length,
      forgotten: forgotten.length + deliveries.length + attempts.length,
    };
  });
}
