import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { env } from './env.server.ts';
import { isLineOpen, openedLine } from './line.server.ts';
import { log } from './log.server.ts';
import { receiver, type Receiver } from './pipeline/receive.server.ts';

const path = '/webhooks';
/** Shopify's largest bodies are orders with hundreds of lines, around 2 MB. */
const largestBody = 8 * 1024 * 1024;
/** Shopify gives up after five seconds, and counts that as worse than being sent away. */
const answersWithinMs = 4000;

let opened: Receiver | null = null;

/** True when the request was a webhook's and is answered; every topic comes to the one path. */
export function receiveWebhook(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.url !== path && !request.url?.startsWith(`${path}?`)) return false;
  if (request.method !== 'POST') {
    response.setHeader('Allow', 'POST');
    answer(response, 405);
    request.resume();
    return true;
  }
  readBody(request).then(
    async (body) => {
      if (body === 'too-large') refuseTooLarge(request, response);
      else answer(response, await statusFor(request, body));
    },
    // The sender went away in the middle: there is nobody to answer.
    (error: unknown) => {
      log.info({ err: error }, 'a webhook broke off');
      response.destroy();
    },
  );
  return true;
}

async function statusFor(request: IncomingMessage, body: Buffer): Promise<number> {
  if (!isLineOpen()) return 503;
  opened ??= receiver(openedLine(), env.SHOPIFY_API_SECRET);
  const late = new AbortController();
  try {
    const received = await Promise.race([
      opened.receive(request.headers, body),
      sleep(answersWithinMs, 'late' as const, { signal: late.signal }),
    ]);
    if (received === 'late') {
      // It may still be stored: when it comes again, its id is known.
      log.warn('a webhook could not be stored in time');
      return 503;
    }
    switch (received.outcome) {
      case 'stored':
      case 'known':
        return 200;
      case 'incomplete':
        log.warn({ missing: received.missing }, 'an incomplete webhook');
        return 400;
      case 'forged':
        log.warn('a webhook with a wrong signature');
        return 401;
    }
  } catch (error) {
    // Not stored, and said so: Shopify sends it again.
    log.error({ err: error }, 'a webhook could not be stored');
    return 503;
  } finally {
    late.abort();
  }
}

/** Answers before the body is read to its end, and hangs up. */
function refuseTooLarge(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('Connection', 'close');
  answer(response, 413);
  response.once('finish', () => request.destroy());
}

function answer(response: ServerResponse, status: number): void {
  response.statusCode = status;
  response.setHeader('Content-Length', '0');
  response.end();
}

function readBody(request: IncomingMessage): Promise<Buffer | 'too-large'> {
  if (Number(request.headers['content-length'] ?? 0) > largestBody) {
    return Promise.resolve('too-large');
  }
  return new Promise((settle, fail) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > largestBody) {
        request.pause();
        settle('too-large');
      } else chunks.push(chunk);
    });
    request.once('end', () => {
      settle(Buffer.concat(chunks));
    });
    request.once('error', fail);
    request.once('aborted', () => {
      fail(new Error('aborted'));
    });
  });
}
