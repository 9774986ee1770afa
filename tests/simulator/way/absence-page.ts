import type { IncomingMessage, ServerResponse } from 'node:http';
import { html } from './html.ts';

/** 502, in words: the app is not up (yet). */
export function explainAbsence(
  request: IncomingMessage,
  response: ServerResponse,
  reason: string,
): void {
  const wantsPage = (request.headers.accept ?? '').includes('text/html');
  const body = wantsPage ? page(reason) : `The app is not up. ${reason}\n`;
  response.writeHead(502, {
    'content-type': wantsPage ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'retry-after': '1',
  });
  response.end(body);
}

const style =
  'body { font: 16px/1.5 system-ui, sans-serif; margin: 3rem auto; max-width: 36rem; padding: 0 1rem }';

function page(reason: string): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>The app is not up</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <h1>The app is not up</h1>
        <p>${reason}</p>
        <p>Start it, then <a href="">load this page again</a>.</p>
      </body>
    </html> `.html;
}
