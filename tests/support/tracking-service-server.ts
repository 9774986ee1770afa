import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  afterShipTracking,
  easyPostTracker,
  seventeenTrackParcel,
  type Happened,
} from './carrier-payloads.ts';

/** One call of the app, as it came. */
export interface ServiceCall {
  readonly method: string;
  readonly path: string;
  readonly key: string;
  readonly numbers: readonly string[];
}

/** The three services at one address, each under its name, answering in their documented shapes. */
export interface TrackingServiceServer {
  readonly environment: Readonly<Record<string, string>>;
  readonly calls: ServiceCall[];
  /** What is known of a number when it is asked about. */
  readonly known: Map<string, readonly Happened[]>;
  /** Answers every call with it until it is null again. */
  failing: { readonly status: number; readonly retryAfter?: number } | null;
  close(): Promise<void>;
}

type Answer = readonly [status: number, body: unknown];

export async function startTrackingServices(): Promise<TrackingServiceServer> {
  const registered = new Set<string>();
  const answerTo = (call: ServiceCall): Answer => {
    const fresh = call.numbers.filter((number) => !registered.has(number));
    const isRegistering = call.method === 'POST' && !call.path.endsWith('gettrackinfo');
    if (isRegistering) for (const number of call.numbers) registered.add(number);
    const happened = (number: string) => service.known.get(number) ?? [];
    const [number = ''] = call.numbers;
    switch (call.path) {
      case '/17track/register':
        return seventeenTrack(
          fresh.map((each) => ({ origin: 1, number: each, carrier: 21051 })),
          call.numbers
            .filter((each) => !fresh.includes(each))
            .map((each) => ({
              number: each,
              error: { code: -18_019_901, message: `${each} has been registered` },
            })),
        );
      case '/17track/gettrackinfo':
        return seventeenTrack(
          call.numbers
            .filter((each) => registered.has(each))
            .map((each) => seventeenTrackParcel(each, happened(each))),
          [],
        );
      case '/aftership/trackings':
        if (!isRegistering) {
          const trackings = call.numbers.map((each) => afterShipTracking(each, happened(each)));
          return [200, { meta: { code: 200 }, data: { pagination: {}, trackings } }];
        }
        return fresh.length > 0
          ? [201, { meta: { code: 201 }, data: afterShipTracking(number, happened(number)) }]
          : [400, { meta: { code: 4003, message: 'Tracking already exists.' }, data: {} }];
      case '/easypost/trackers':
        if (isRegistering) return [201, easyPostTracker(number, happened(number))];
        return [200, { trackers: [easyPostTracker(number, happened(number))], has_more: false }];
      default:
        return [404, { error: 'no such path' }];
    }
  };
  const server = createServer((request, response) => {
    void callOf(request).then((call) => {
      service.calls.push(call);
      respond(response, service.failing ? null : answerTo(call));
    });
  });
  const respond = (response: ServerResponse, answer: Answer | null) => {
    const { failing } = service;
    response.setHeader('Content-Type', 'application/json');
    if (failing?.retryAfter !== undefined) response.setHeader('Retry-After', failing.retryAfter);
    response.statusCode = answer?.[0] ?? failing?.status ?? 500;
    response.end(JSON.stringify(answer?.[1] ?? {}));
  };
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const service: TrackingServiceServer = {
    environment: {
      SEVENTEEN_TRACK_URL: `${origin}/17track`,
      AFTERSHIP_URL: `${origin}/aftership`,
      EASYPOST_URL: `${origin}/easypost`,
    },
    calls: [],
    known: new Map(),
    failing: null,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
  return service;
}

function seventeenTrack(accepted: readonly unknown[], rejected: readonly unknown[]): Answer {
  return [200, { code: 0, data: { accepted, rejected } }];
}

async function callOf(request: IncomingMessage): Promise<ServiceCall> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const text = Buffer.concat(pieces).toString('utf8');
  const url = new URL(request.url ?? '/', 'http://service');
  const { headers, method = 'GET' } = request;
  const basic = /^Basic (.+)$/.exec(headers.authorization ?? '')?.[1];
  const key =
    headers['17token'] ??
    headers['as-api-key'] ??
    (basic === undefined ? '' : Buffer.from(basic, 'base64').toString('utf8').replace(/:$/, ''));
  return {
    method,
    path: url.pathname,
    key: String(key),
    numbers: text === '' ? numbersIn(url) : numbersInBody(JSON.parse(text)),
  };
}

function numbersIn({ searchParams }: URL): readonly string[] {
  const asked = searchParams.get('tracking_numbers') ?? searchParams.get('tracking_code') ?? '';
  return asked.split(',');
}

/** As each service's body holds them: a list, a field, a field in a part. */
function numbersInBody(body: unknown): readonly string[] {
  if (Array.isArray(body)) return body.map(({ number }: { number: string }) => number);
  const { tracking_number: number, tracker } = body as {
    readonly tracking_number?: string;
    readonly tracker?: { readonly tracking_code: string };
  };
  return [number ?? tracker?.tracking_code ?? ''];
}
