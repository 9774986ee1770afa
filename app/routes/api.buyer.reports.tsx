import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { askedIn, authenticateBuyer, pauseFor, type Buyer } from '../buyer-door.server.ts';
import { parseGid, parseReportId, type Gid } from '../domain/ids.ts';
import type { OrderFacts } from '../domain/order-facts.ts';
import { reportLimits } from '../domain/reports/buyer-report.ts';
import { reportableLines } from '../domain/reports/check-report.ts';
import { openedLine } from '../line.server.ts';
import { readOwnReports } from '../pipeline/own-reports.server.ts';
import { reportableOrder } from '../pipeline/reportable-order.server.ts';
import { reportProblem } from '../pipeline/report-problem.server.ts';
import { withdrawReport } from '../pipeline/withdraw-report.server.ts';
import { readReportBody } from '../report-body.server.ts';
import type { ReportAnswer } from '../ui/report-answer.ts';

/** What a buyer may report of an order of theirs, and how far earlier reports are. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  const buyer = await authenticateBuyer(request);
  await paced(buyer, 'ask');
  const orderId = parseGid('Order', new URL(request.url).searchParams.get('order') ?? '');
  const facts = await theirOrder(buyer, orderId);
  return buyer.answer(await told(buyer, facts));
}

/** Reports a problem, or takes a report back. */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  const buyer = await authenticateBuyer(request);
  if (request.method !== 'POST') {
    return buyer.answer(
      { error: 'method-not-allowed' },
      { status: 405, headers: { Allow: 'GET, POST' } },
    );
  }
  await paced(buyer, 'send');
  const { fields, photos, fault } = await readReportBody(request);
  if (fault) {
    return buyer.answer({ error: fault }, { status: fault === 'no-form' ? 400 : 413 });
  }
  const facts = await theirOrder(buyer, parseGid('Order', fields.get('order') ?? ''));
  const line = openedLine();
  const withdrawn = fields.get('withdraw');
  if (withdrawn !== null) {
    const reportId = parseReportId(withdrawn);
    const order = { shop: buyer.shop, orderId: facts.orderId };
    const outcome = reportId
      ? (await withdrawReport(line, order, { reportId, facts })).outcome
      : 'no-such-report';
    if (outcome !== 'withdrawn') {
      return buyer.answer({ error: outcome }, { status: outcome === 'too-late' ? 409 : 404 });
    }
    return buyer.answer({ outcome, ...(await told(buyer, facts)) });
  }
  const sent = {
    shop: buyer.shop,
    facts,
    door: 'account',
    asked: askedIn(fields),
    photos,
  } as const;
  const reported = await reportProblem(line, sent);
  switch (reported.outcome) {
    case 'reported':
    case 'known':
      return buyer.answer(
        { ...reported, ...(await told(buyer, facts)) },
        { status: reported.outcome === 'reported' ? 201 : 200 },
      );
    case 'wrong':
      return buyer.answer({ error: 'wrong', faults: reported.faults }, { status: 422 });
    case 'too-many-reports':
      return buyer.answer({ error: reported.outcome }, { status: 409 });
    case 'again':
      line.log.error({ shop: buyer.shop, reason: reported.reason }, 'a report could not be kept');
      return again(buyer);
  }
}

async function paced(buyer: Buyer, what: 'ask' | 'send'): Promise<void> {
  const seconds = await pauseFor(what, { shop: buyer.shop, who: buyer.customerId });
  if (seconds === null) return;
  throw buyer.answer(
    { error: 'too-many' },
    { status: 429, headers: { 'Retry-After': String(seconds) } },
  );
}

/** The order, if it is this buyer's; else what is answered to whoever asks for any that is not. */
async function theirOrder(buyer: Buyer, orderId: Gid<'Order'> | null): Promise<OrderFacts> {
  const { shop, customerId } = buyer;
  const line = openedLine();
  const found = orderId
    ? await reportableOrder(line, { shop, orderId }, customerId)
    : ({ outcome: 'no-such-order' } as const);
  switch (found.outcome) {
    case 'found':
      return found.facts;
    case 'no-such-order':
      throw buyer.answer({ error: 'no-such-order' }, { status: 404 });
    case 'again':
      line.log.warn({ shop, reason: found.reason }, 'a buyer asked for an order that was not read');
      throw again(buyer);
  }
}

function again(buyer: Buyer): Response {
  return buyer.answer({ error: 'try-again' }, { status: 503, headers: { 'Retry-After': '60' } });
}

async function told({ shop }: Buyer, facts: OrderFacts): Promise<ReportAnswer> {
  const { db } = openedLine();
  const own = await readOwnReports(db.prisma, { shop, orderId: facts.orderId }, facts);
  return {
    order: {
      name: facts.name,
      lines: reportableLines(facts).map(({ lineItemId, title, currentQuantity }) => ({
        ...{ id: lineItemId, title, quantity: currentQuantity },
      })),
    },
    reports: own.map(({ report, state, canWithdraw }) => ({
      ...{ id: report.reportId, at: report.at, problem: report.problem },
      ...{ wish: report.wish, photos: report.photos.length, state, canWithdraw },
    })),
    limits: reportLimits,
  };
}
