import type { CallProblem } from '../domain/carriers/call-problems.ts';

export type Called =
  | { readonly outcome: 'answered'; readonly status: number; readonly body: unknown }
  | {
      readonly outcome: 'failed';
      readonly problem: Exclude<CallProblem, 'no-budget'>;
      /** As the service asks for; null where it does not say. */
      readonly waitSeconds: number | null;
    };

const patienceMs = 15_000;
/** Forty parcels with all their scans have less. */
const mostBytes = 4 * 1024 * 1024;

/** Calls a tracking service; never throws for what the service does, and repeats nothing of what it says. */
export async function callService(
  url: URL,
  {
    method,
    headers,
    body,
  }: {
    readonly method: 'GET' | 'POST';
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: unknown;
  },
): Promise<Called> {
  try {
    const response = await fetch(url, {
      method,
      // A service that sends us elsewhere would take the key with it.
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
      headers: { Accept: 'application/json', 'Content-Type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { status } = response;
    if (status === 401 || status === 403) return await failed('key-refused', response);
    if (status === 429) return await failed('throttled', response);
    if (status >= 500) return await failed('unreachable', response);
    return await answerOf(response);
  } catch {
    return { outcome: 'failed', problem: 'unreachable', waitSeconds: null };
  }
}

async function failed(
  problem: Exclude<CallProblem, 'no-budget'>,
  response: Response,
): Promise<Called> {
  await response.body?.cancel();
  const seconds = Number(response.headers.get('Retry-After'));
  const waitSeconds = Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 86_400) : null;
  return { outcome: 'failed', problem, waitSeconds };
}

async function answerOf(response: Response): Promise<Called> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  const unreadable = {
    outcome: 'failed',
    problem: 'answer-unreadable',
    waitSeconds: null,
  } as const;
  const stream = response.body?.getReader();
  for (let piece = await stream?.read(); piece?.value; piece = await stream?.read()) {
    bytes += piece.value.length;
    if (bytes > mostBytes) {
      await stream?.cancel();
      return unreadable;
    }
    pieces.push(piece.value);
  }
  try {
    const body = JSON.parse(Buffer.concat(pieces).toString('utf8')) as unknown;
    return { outcome: 'answered', status: response.status, body };
  } catch {
    return unreadable;
  }
}
