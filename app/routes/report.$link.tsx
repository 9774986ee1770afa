import { randomUUID } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { askedIn, pauseFor } from '../buyer-door.server.ts';
import { parseReportId, type Gid, type ShopDomain } from '../domain/ids.ts';
import type { OrderFacts } from '../domain/order-facts.ts';
import { reportableLines } from '../domain/reports/check-report.ts';
import { openedLine } from '../line.server.ts';
import { readOwnReports } from '../pipeline/own-reports.server.ts';
import { reportableOrder } from '../pipeline/reportable-order.server.ts';
import { reportProblem } from '../pipeline/report-problem.server.ts';
import { withdrawReport } from '../pipeline/withdraw-report.server.ts';
import { readReportBody } from '../report-body.server.ts';
import { openLink } from '../report-link.server.ts';
import { drawReportPage } from '../ui/draw-report-page.server.tsx';
import { languageOfRequest, languageOfTag } from '../ui/language.ts';
import { emptyForm, type ReportPageData, type ReportRefusal } from '../ui/report-form.ts';

/** The form of a signed link, with how far earlier reports are. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const visit = await visitOf(request, params['link'] ?? '', 'ask');
  const news = new URL(request.url).searchParams.get('news');
  return page(visit, { news: news === 'sent' || news === 'taken-back' ? news : null });
}

/** A form that was sent. The link is all that allows it; no cookie is there to be abused. */
export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  const visit = await visitOf(request, params['link'] ?? '', 'send');
  const line = openedLine();
  const { shop, facts } = visit;
  const order = { shop, orderId: facts.orderId };
  const { fields, photos, fault } = await readReportBody(request);
  const asked = askedIn(fields);
  if (fault === 'photo-too-large')
    return page(visit, { form: asked, faults: [fault], status: 413 });
  if (fault) {
    return page(visit, { form: asked, refusal: fault, status: fault === 'no-form' ? 400 : 413 });
  }
  const withdrawn = fields.get('withdraw');
  if (withdrawn !== null) {
    const reportId = parseReportId(withdrawn);
    const { outcome } = reportId
      ? await withdrawReport(line, order, { reportId, facts })
      : ({ outcome: 'no-such-report' } as const);
    if (outcome === 'withdrawn') return seeOther(visit, 'taken-back');
    return page(visit, { refusal: outcome, status: outcome === 'too-late' ? 409 : 404 });
  }
  const reported = await reportProblem(line, { shop, facts, door: 'link', asked, photos });
  switch (reported.outcome) {
    case 'reported':
    case 'known':
      return seeOther(visit, 'sent');
    case 'wrong':
      return page(visit, { form: asked, faults: reported.faults, status: 422 });
    case 'too-many-reports':
      return page(visit, { form: asked, refusal: reported.outcome, status: 409 });
    case 'again':
      line.log.error({ shop, reason: reported.reason }, 'a report could not be kept');
      return page(visit, { form: asked, refusal: 'try-again', status: 503 });
  }
}

/** Whose order a request is about, and in which language it is answered. */
interface Visit {
  readonly url: URL;
  readonly shop: ShopDomain;
  readonly facts: OrderFacts;
  readonly speaks: Parameters<typeof drawReportPage>[1];
}

/** Throws the page that says why there is no form. */
async function visitOf(request: Request, link: string, what: 'ask' | 'send'): Promise<Visit> {
  const url = new URL(request.url);
  const line = openedLine();
  const asked = request.headers.get('Accept-Language');
  const speaks = { language: languageOfRequest(url, asked), timezone: 'UTC' };
  const refuse = (refused: ReportRefusal, status: number, headers: HeadersInit = {}) =>
    drawReportPage({ refused }, speaks, { status, headers });
  const opened = openLink(link, line.now());
  if (opened.outcome === 'no-link') throw await refuse('no-link', 404);
  if (opened.outcome === 'expired') throw await refuse('expired', 410);
  const { shop, orderId } = opened;
  const seconds = await pauseFor(what, { shop, who: orderId });
  if (seconds !== null) throw await refuse('too-many', 429, { 'Retry-After': String(seconds) });
  const found = await reportableOrder(line, { shop, orderId }, null);
  if (found.outcome === 'no-such-order') throw await refuse('no-such-order', 404);
  if (found.outcome === 'again') {
    line.log.warn({ shop, reason: found.reason }, 'a buyer asked for an order that was not read');
    throw await refuse('try-again', 503, { 'Retry-After': '60' });
  }
  const { facts, timezone } = found;
  // Where the browser says nothing, the language of the checkout.
  const bought = url.searchParams.has('locale') || asked ? null : facts.customerLocale;
  const language = languageOfTag(bought ?? '') ?? speaks.language;
  return { url, shop, facts, speaks: { language, timezone } };
}

async function page(
  { shop, facts, speaks }: Visit,
  about: Partial<Pick<ReportPageData, 'form' | 'faults' | 'refusal' | 'news'>> & {
    readonly status?: number;
  },
): Promise<Response> {
  const { db } = openedLine();
  const lines = reportableLines(facts);
  const { status = 200, form = emptyForm(randomUUID(), lines), ...said } = about;
  const orderId: Gid<'Order'> = facts.orderId;
  const data: ReportPageData = {
    ...{ orderName: facts.name, lines, form, faults: [], refusal: null, news: null },
    ...said,
    reports: await readOwnReports(db.prisma, { shop, orderId }, facts),
  };
  return drawReportPage({ data }, speaks, { status });
}

/** Reloading what follows sends nothing again. */
function seeOther({ url }: Visit, news: 'sent' | 'taken-back'): Response {
  const next = new URL(url);
  next.searchParams.set('news', news);
  return new Response(null, {
    status: 303,
    headers: { Location: `${next.pathname}${next.search}`, 'Cache-Control': 'no-store' },
  });
}
