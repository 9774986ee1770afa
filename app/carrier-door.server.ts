import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { apiProblem, bytesOf } from './api-door.server.ts';
import type { RefusalReason } from './domain/carriers/refusals.ts';
import { trackingServiceOf } from './domain/carriers/tracking-services.ts';
import { openedLine } from './line.server.ts';
import { connectionAt, receiveCarrierEvent } from './pipeline/receive-carrier-event.server.ts';

/** What one service may send for one shop to one process of the app. */
const mostPerMinute = 600;
const mostBytes = 256 * 1024;

const pace = new RateLimiterMemory({ points: mostPerMinute, duration: 60 });

const statusOf: Readonly<Partial<Record<RefusalReason, number>>> = {
  'wrong-signature': 401,
  'too-old': 400,
  unreadable: 400,
};

/** A webhook of a tracking service. The address names the shop and is no secret; the signature opens. */
export async function receiveAtCarrierDoor(
  request: Request,
  at: { readonly service: string | undefined; readonly hook: string | undefined },
): Promise<Response> {
  const line = openedLine();
  const service = trackingServiceOf(at.service);
  const connection = service && (await connectionAt(line, { service, hook: at.hook ?? '' }));
  if (!connection) return apiProblem(404, 'not-connected');
  const { shop } = connection;
  try {
    await pace.consume(`${shop} ${service}`);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    line.refusals.note({ shop, service, why: 'too-many' });
    const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    return apiProblem(429, 'too-many', { headers: { 'Retry-After': String(seconds) } });
  }
  const body = await bytesOf(request, mostBytes);
  if (body === null) {
    line.refusals.note({ shop, service, why: 'too-large' });
    return apiProblem(413, 'too-large');
  }
  const came = await receiveCarrierEvent(line, connection, { headers: request.headers, body });
  if (came.outcome === 'refused') return apiProblem(statusOf[came.why] ?? 400, came.why);
  return Response.json(came, { status: came.outcome === 'recorded' ? 202 : 200 });
}
