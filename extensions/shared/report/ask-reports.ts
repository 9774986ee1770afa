import type { ReportAnswer } from '../../../app/ui/report-answer.ts';
import { appUrl } from './app-url.ts';

/** What of a buyer's account is needed to ask the app. */
export interface BuyerHost {
  readonly sessionToken: { readonly get: () => Promise<string> };
}

export type AskedReports =
  | { readonly outcome: 'answered'; readonly answer: ReportAnswer }
  /** A code of the app's (`refusal.<code>`), and which fields are wrong where it is they. */
  | { readonly outcome: 'refused'; readonly error: string; readonly faults: readonly string[] };

/** Where it is not known whether the app heard it, the same form can be sent again: it is one report. */
const noAnswer: AskedReports = { outcome: 'refused', error: 'try-again', faults: [] };

/** The order as its buyer may report of it, with earlier reports. */
export function readReports(host: BuyerHost, orderId: string): Promise<AskedReports> {
  return ask(host, `?${new URLSearchParams({ order: orderId }).toString()}`, { method: 'GET' });
}

/** Sends a form, or takes a report back. */
export function sendReport(host: BuyerHost, body: FormData): Promise<AskedReports> {
  return ask(host, '', { method: 'POST', body });
}

async function ask(host: BuyerHost, query: string, init: RequestInit): Promise<AskedReports> {
  const app = appUrl();
  if (app === null) return noAnswer;
  try {
    const response = await fetch(`${new URL('/api/buyer/reports', app).href}${query}`, {
      ...init,
      headers: { Authorization: `Bearer ${await host.sessionToken.get()}` },
    });
    const said = (await response.json()) as
      ReportAnswer | { readonly error: string; readonly faults?: readonly string[] };
    if (!('error' in said)) return { outcome: 'answered', answer: said };
    const error = said.error === 'unknown-token' ? 'not-logged-in' : said.error;
    return { outcome: 'refused', error, faults: said.faults ?? [] };
  } catch {
    // No network, or an answer that was cut off.
    return noAnswer;
  }
}
