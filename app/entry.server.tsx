import { createReadableStreamFromReadable, type EntryContext } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { PassThrough } from 'node:stream';
import { renderToPipeableStream } from 'react-dom/server';
import { log } from './log.server.ts';
import { addDocumentResponseHeaders } from './shopify.server.ts';
import { languageOfRequest } from './ui/language.ts';
import { LanguageProvider, loadLanguage } from './ui/words-context.tsx';

// What the server beside Remix needs of this module graph (recipe: one graph for pages and webhooks).
export { env } from './env.server.ts';
export { log } from './log.server.ts';
export { isReady } from './ready.server.ts';
export { receiveWebhook } from './webhook.server.ts';
export { startLine, stopLine } from './worker.server.ts';

/** How long a page waits for what it streams, milliseconds: Shopify's price may be throttled. */
export const streamTimeout = 15_000;

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
): Promise<Response> {
  addDocumentResponseHeaders(request, headers);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  const language = languageOfRequest(new URL(request.url), request.headers.get('Accept-Language'));
  headers.set('Content-Language', language);
  headers.append('Vary', 'Accept-Language');
  const loaded = await loadLanguage(language);
  return new Promise((resolve, reject) => {
    let isShellSent = false;
    const { pipe, abort } = renderToPipeableStream(
      <LanguageProvider loaded={loaded}>
        <RemixServer context={context} url={request.url} />
      </LanguageProvider>,
      {
        onShellReady() {
          isShellSent = true;
          const body = new PassThrough();
          pipe(body);
          const stream = createReadableStreamFromReadable(body);
          resolve(new Response(stream, { status, headers }));
        },
        onShellError: reject,
        onError(error) {
          status = 500;
          // Before the shell is sent Remix is told, and logs it (handleError).
          if (isShellSent) log.error({ err: error }, 'a part of a page could not be rendered');
        },
      },
    );
    // A second more than what is streamed may take: its own timeout is what the page shows.
    setTimeout(abort, streamTimeout + 1000).unref();
  });
}

/** Remix would print to the console otherwise. A request that its sender gave up is no error. */
export function handleError(error: unknown, { request }: { readonly request: Request }): void {
  if (request.signal.aborted) return;
  // A buyer's link is a secret for as long as it is good.
  const path = new URL(request.url).pathname.replace(/^\/report\/.+/, '/report/…');
  // Whoever asks for what there is not made the mistake, and could fill the log with errors.
  if (isRouteErrorResponse(error) && error.status < 500) {
    log.info({ status: error.status, path }, 'a page was asked for that there is not');
    return;
  }
  log.error({ err: error, path }, 'a page failed');
}
