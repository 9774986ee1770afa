import type { AdminOperations } from '@shopify/admin-api-client';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiBudget } from '../domain/health/api-calls.ts';
import type { ShopDomain } from '../domain/ids.ts';
import type { AdminDoor, OpenAdmin } from './admin-client.server.ts';
import { queryCostFrom } from './query-cost-from-wire.ts';

export type AdminCall<Data> =
  | { readonly outcome: 'answered'; readonly data: Data; readonly denied: readonly string[] }
  /** Nothing was executed: Shopify said so, or the request never left. */
  | { readonly outcome: 'not-executed'; readonly reason: string }
  /** It may have been executed: no answer, a broken one, or a server error. */
  | { readonly outcome: 'no-answer'; readonly reason: string };

/** The part of the SDK's error that this code reads; its classes differ between the SDK's entry points. */
interface AdminFailure {
  readonly message?: unknown;
  readonly response?: { readonly code?: unknown; readonly retryAfter?: unknown };
  readonly body?: {
    readonly data?: unknown;
    readonly errors?: unknown;
    readonly extensions?: unknown;
  };
}

/** Who asks: the shop whose Admin API is called. */
export interface AdminCaller {
  readonly admin: AdminDoor;
  readonly shop: ShopDomain;
  /** How long the throttle is waited out, milliseconds: a person waits less than a job, whose default this is. */
  readonly patienceMs?: number;
  /** Asked in the very moment before each request goes out: false, and nothing is sent. */
  readonly maySend?: () => boolean;
}

export interface Unreachable {
  readonly outcome: 'unreachable';
  readonly reason: string;
}

interface GraphqlError {
  readonly message: string;
  readonly code: string | null;
  readonly path: string;
}

const attemptTimeoutMs = 15_000;
const patienceOfJobsMs = 60_000;
/** What a person who clicked should have to wait for. */
export const patienceOfPeopleMs = 10_000;
/** Those who wait for one bucket don't all come back in the same moment. */
const jitterMs = 500;

type Variables<Operation extends keyof AdminOperations> = AdminOperations[Operation]['variables'];
type Answer<Operation extends keyof AdminOperations> = AdminOperations[Operation]['return'];

/**
 * Sends one operation and waits out Shopify's throttle (an answer THROTTLED or 429 was not executed, so asking again
 * is safe for mutations too). Nothing else is asked again here: the caller knows what a repetition means.
 *
 * The SDK's own retries stay off: it sleeps `Retry-After` as milliseconds and doesn't know THROTTLED
 * (https://shopify.dev/docs/api/usage/limits).
 */
export async function callAdmin<Operation extends keyof AdminOperations & string>(
  { admin, shop, patienceMs = patienceOfJobsMs, maySend = () => true }: AdminCaller,
  operation: Operation,
  variables: Variables<Operation>,
): Promise<AdminCall<Answer<Operation>>> {
  const access = await admin(shop);
  if (access.outcome === 'closed') return { outcome: 'not-executed', reason: access.reason };
  for (let waitedMs = 0; ;) {
    if (!maySend()) return { outcome: 'not-executed', reason: 'it may not be sent any more' };
    const reply = await sendOnce(access, operation, variables);
    if (reply.outcome !== 'throttled') return reply;
    const waitMs = reply.waitMs + Math.random() * jitterMs;
    waitedMs += waitMs;
    if (waitedMs > patienceMs) return { outcome: 'not-executed', reason: 'THROTTLED' };
    await sleep(waitMs);
  }
}

async function sendOnce(
  { graphql, noteCall }: OpenAdmin,
  operation: string,
  variables: unknown,
): Promise<AdminCall<unknown> | { readonly outcome: 'throttled'; readonly waitMs: number }> {
  try {
    const response = await graphql(operation, {
      variables: variables as Record<string, unknown>,
      signal: AbortSignal.timeout(attemptTimeoutMs),
      tries: 1,
    });
    const body = (await response.json()) as { data: unknown; extensions?: unknown };
    noteCall({ budget: budgetIn(body.extensions), isThrottled: false });
    return { outcome: 'answered', data: body.data, denied: [] };
  } catch (thrown) {
    const failure = thrown as AdminFailure;
    const reply = explain(failure);
    const budget = budgetIn(failure.body?.extensions);
    noteCall({ budget, isThrottled: reply.outcome === 'throttled' });
    return reply;
  }
}

function budgetIn(extensions: unknown): ApiBudget | null {
  return queryCostFrom(extensions)?.budget ?? null;
}

function explain(
  failure: AdminFailure,
): AdminCall<unknown> | { readonly outcome: 'throttled'; readonly waitMs: number } {
  const status = failure.response?.code;
  if (status === 429) {
    const seconds = Number(failure.response?.retryAfter ?? 1);
    return { outcome: 'throttled', waitMs: (Number.isFinite(seconds) ? seconds : 1) * 1000 };
  }
  const errors = graphqlErrorsOf(failure);
  if (errors.length > 0) return explainGraphqlErrors(errors, failure);
  const http = typeof status === 'number' ? `HTTP ${status} ` : '';
  const reason = `${http}${typeof failure.message === 'string' ? failure.message : 'no message'}`;
  // 4xx: refused before anything ran. 5xx, resets and time-outs say nothing about what was done.
  return typeof status === 'number' && status >= 400 && status < 500
    ? { outcome: 'not-executed', reason }
    : { outcome: 'no-answer', reason };
}

function explainGraphqlErrors(
  errors: readonly GraphqlError[],
  failure: AdminFailure,
): AdminCall<unknown> | { readonly outcome: 'throttled'; readonly waitMs: number } {
  if (errors.some((error) => error.code === 'THROTTLED')) {
    return { outcome: 'throttled', waitMs: waitForBucketMs(failure.body?.extensions) };
  }
  const data = failure.body?.data;
  const onlyDenied = errors.every((error) => error.code === 'ACCESS_DENIED');
  if (onlyDenied && data !== null && data !== undefined) {
    return { outcome: 'answered', data, denied: errors.map((error) => error.path) };
  }
  const reason = errors.map((error) => `${error.code ?? 'ERROR'}: ${error.message}`).join('; ');
  // Without `data` the operation was refused as a whole; with it, a part may have run.
  const refusedWhole =
    data === null ||
    data === undefined ||
    errors.every((error) => refusalCodes.has(error.code ?? ''));
  return { outcome: refusedWhole ? 'not-executed' : 'no-answer', reason };
}

const refusalCodes = new Set([
  'ACCESS_DENIED',
  'BAD_REQUEST',
  'INVALID_VARIABLE',
  'MAX_COST_EXCEEDED',
  'IDEMPOTENCY_KEY_PARAMETER_MISMATCH',
]);

function graphqlErrorsOf(failure: AdminFailure): readonly GraphqlError[] {
  const raw = failure.body?.errors;
  const list = Array.isArray(raw)
    ? raw
    : ((raw as { graphQLErrors?: unknown } | undefined)?.graphQLErrors ?? []);
  if (!Array.isArray(list)) return [];
  return list.map(
    (error: { message?: unknown; path?: unknown; extensions?: { code?: unknown } }) => ({
      message: typeof error.message === 'string' ? error.message : '',
      code: typeof error.extensions?.code === 'string' ? error.extensions.code : null,
      path: Array.isArray(error.path) ? error.path.join('.') : '',
    }),
  );
}

/** How long until the bucket holds what the query asked for; a second when Shopify doesn't say. */
function waitForBucketMs(extensions: unknown): number {
  const cost = queryCostFrom(extensions);
  const requested = cost?.requested ?? null;
  if (!cost || requested === null) return 1000;
  const { available, restoreRate } = cost.budget;
  return Math.max(100, Math.ceil(((requested - available) / restoreRate) * 1000));
}
