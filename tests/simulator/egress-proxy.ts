import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { createServer as createTlsServer } from 'node:tls';
import type { RefusedCall } from './simulator.ts';
import { makeCertificate } from './way/certificate.ts';
import { listen } from './way/listen.ts';

export interface EgressProxy {
  /** What a process needs in its environment so that all its calls come here. */
  readonly environment: Readonly<Record<string, string>>;
  readonly refusedCalls: () => readonly RefusedCall[];
  readonly close: () => Promise<void>;
}

/**
 * The way out of the app's process: a proxy that leads `*.myshopify.com:443` to the simulated Shopify and refuses
 * everything else. TLS ends here; the bytes inside it are piped as they are, so that the Host header still names the
 * shop and a connection that Shopify cuts is cut for the app.
 */
export async function openEgressProxy(apiOrigin: string): Promise<EgressProxy> {
  const { key, certificate } = await makeCertificate();
  const folder = await mkdtemp(join(tmpdir(), 'simulated-shopify-'));
  const certificateFile = join(folder, 'certificate.pem');
  await writeFile(certificateFile, certificate);

  const refused: RefusedCall[] = [];
  const open = new Set<Duplex>();
  const track = <Stream extends Duplex>(stream: Stream): Stream => {
    open.add(stream);
    stream.once('close', () => open.delete(stream));
    return stream;
  };

  const tls = createTlsServer(
    { key, cert: certificate, ALPNProtocols: ['http/1.1'] },
    (secured) => {
      track(secured);
      pipeBothWays(secured, track(connect(Number(new URL(apiOrigin).port), '127.0.0.1')));
    },
  );
  // A client that does not trust the certificate ends the handshake, which is its own affair.
  tls.on('tlsClientError', (_error, socket) => socket.destroy());

  const proxy = createServer((request, response) => {
    refused.push({ at: new Date(), method: request.method ?? '', target: request.url ?? '' });
    response.writeHead(403, { 'content-type': 'text/plain' });
    response.end(
      `The simulator leads to *.myshopify.com over HTTPS only, not to ${request.url ?? ''}\n`,
    );
  });
  proxy.on('connect', (request, socket: Socket, head: Buffer) => {
    const target = request.url ?? '';
    track(socket);
    socket.on('error', () => socket.destroy());
    if (!/^[a-z0-9][a-z0-9-]*\.myshopify\.com:443$/i.test(target)) {
      refused.push({ at: new Date(), method: 'CONNECT', target });
      socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
      return;
    }
    if (head.length > 0) socket.unshift(head);
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    tls.emit('connection', socket);
  });

  const { port, close } = await listen(proxy, 0);
  const url = `http://127.0.0.1:${port}`;
  return {
    environment: {
      NODE_USE_ENV_PROXY: '1',
      HTTPS_PROXY: url,
      HTTP_PROXY: url,
      NO_PROXY: 'localhost,127.0.0.1,::1',
      NODE_EXTRA_CA_CERTS: certificateFile,
    },
    refusedCalls: () => [...refused],
    async close() {
      for (const stream of open) stream.destroy();
      await close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Two ends of one connection: what ends or breaks on one side ends or breaks on the other. */
function pipeBothWays(one: Duplex, other: Duplex): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    from.pipe(to);
    from.on('error', () => to.destroy());
    // What has ended is flushed to the other side first; only a break is passed on at once.
    from.once('close', () => {
      if (!from.readableEnded) to.destroy();
    });
  }
}
