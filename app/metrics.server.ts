import { createServer, type Server } from 'node:http';
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import { readLineFigures, type LineFigures } from './db/read-metrics.server.ts';
import { millisecondsOf } from './domain/time.ts';
import { env } from './env.server.ts';
import { openedLine } from './line.server.ts';
import { log } from './log.server.ts';

/** An instant is told as its age; none is an age of 0. */
const figures: Readonly<Record<keyof LineFigures, readonly [name: string, help: string]>> = {
  sent: ['refunds_sent', 'Refunds that went out and whose answer is not in yet'],
  unknown: ['refunds_unknown', 'Refunds of which nobody knows whether Shopify made them'],
  oldestUnknown: ['refunds_oldest_unknown_seconds', 'Since the oldest of them went out'],
  forAPerson: ['refunds_for_a_person', 'Of them, those that are never sent again: a person looks'],
  moneyFailed: ['refunds_money_failed', 'Refunds that Shopify took and whose money did not move'],
  waiting: ['inbox_waiting', 'Deliveries that wait to be worked through'],
  oldestWaiting: ['inbox_oldest_waiting_seconds', 'Since the oldest of them came in'],
  deadLetters: ['inbox_dead_letters', 'Deliveries that were given up and not resolved since'],
};

let server: Server | null = null;

const refusals = new Counter({
  name: 'amends_carrier_refusals_total',
  help: 'What was sent about parcels and not taken in by this process',
  labelNames: ['service', 'why'],
  registers: [],
});

/** Counts something that was sent about parcels and not taken in. */
export function noteRefusal({
  service,
  why,
}: {
  readonly service: string;
  readonly why: string;
}): void {
  refusals.inc({ service, why });
}

/**
 * Serves this process' figures and those of the line over all shops, in Prometheus' format, on a port of their own: they are for
 * whoever runs the app, and the app's own port is open to the world. Null METRICS_PORT: not served.
 */
export function serveMetrics(): void {
  const { METRICS_PORT: port, BIND_ADDRESS: address } = env;
  if (port === undefined || server) return;
  const read = metricsReader();
  server = createServer((request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    read().then(
      ({ type, text }) => response.writeHead(200, { 'Content-Type': type }).end(text),
      (error: unknown) => {
        log.error({ err: error }, 'the metrics could not be read');
        response.writeHead(503).end();
      },
    );
  });
  server.once('error', (error) => {
    log.error({ err: error, port }, 'the metrics are not served');
  });
  server.listen(port, address);
}

export function stopMetrics(): void {
  server?.close();
  server?.closeAllConnections();
  server = null;
}

function metricsReader(): () => Promise<{ readonly type: string; readonly text: string }> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  registry.registerMetric(refusals);
  const gauges = Object.entries(figures).map(([key, [name, help]]) => ({
    key: key as keyof LineFigures,
    gauge: new Gauge({ name: `amends_${name}`, help, registers: [registry] }),
  }));
  return async () => {
    const { db, now } = openedLine();
    const read = await readLineFigures(db);
    const at = millisecondsOf(now());
    for (const { key, gauge } of gauges) {
      const figure = read[key];
      const isInstant = typeof figure === 'string';
      gauge.set(isInstant ? (at - millisecondsOf(figure)) / 1000 : (figure ?? 0));
    }
    return { type: registry.contentType, text: await registry.metrics() };
  };
}
