import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { z } from 'zod';
import type { ShopDomain } from './domain/ids.ts';
import { openedLine } from './line.server.ts';
import { shopOfToken } from './pipeline/api-token.server.ts';

/** What one shop's programs may send to one process of the app. */
const mostPerMinute = 300;
/** Of a body; a long letter has a tenth of it. */
const mostBytes = 64 * 1024;

const pace = new RateLimiterMemory({ points: mostPerMinute, duration: 60 });

/** An error for a program: a code, and which fields are wrong. */
export function apiProblem(
  status: number,
  error: string,
  {
    fields,
    headers,
  }: {
    readonly fields?: readonly string[];
    readonly headers?: Readonly<Record<string, string>>;
  } = {},
): Response {
  return Response.json(
    { error, ...(fields ? { fields } : {}) },
    { status, headers: { ...headers } },
  );
}

/** The answer to any method but POST. */
export function onlyPost(): Response {
  return apiProblem(405, 'method-not-allowed', { headers: { Allow: 'POST' } });
}

/** The shop whose token a program shows; throws the Response that says what is wrong. */
export async function authenticateProgram(
  request: Request,
  onTooMany: (shop: ShopDomain) => void = () => undefined,
): Promise<ShopDomain> {
  const shop = await shopOfToken(openedLine(), request.headers.get('Authorization'));
  if (!shop) {
    throw apiProblem(401, 'unknown-token', { headers: { 'WWW-Authenticate': 'Bearer' } });
  }
  try {
    await pace.consume(shop);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    onTooMany(shop);
    const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    throw apiProblem(429, 'too-many', { headers: { 'Retry-After': String(seconds) } });
  }
  return shop;
}

/** What a program sent, in its shape; throws the Response that says what is wrong. */
export async function bodyAs<Shape extends z.ZodType>(
  request: Request,
  shape: Shape,
): Promise<z.output<Shape>> {
  const body = await bytesOf(request, mostBytes);
  if (body === null) throw apiProblem(413, 'too-large');
  const parsed = shape.safeParse(jsonIn(body.toString('utf8')));
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path }) => path.join('.'));
  throw apiProblem(400, 'invalid', { fields: [...new Set(fields)] });
}

/** A body, read only as far as it may be long; null for a longer one. */
export async function bytesOf(request: Request, most: number): Promise<Buffer | null> {
  const announced = Number(request.headers.get('Content-Length') ?? 0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = announced > most ? null : request.body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    size += part.value.length;
    if (size > most) break;
    chunks.push(part.value);
  }
  if (Math.max(announced, size) <= most) return Buffer.concat(chunks);
  await reader?.cancel();
  return null;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) throw apiProblem(400, 'no-json');
    throw error;
  }
}
