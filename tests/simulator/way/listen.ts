import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ListeningServer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Listens on this machine only; port 0 is any free one. A port that is taken says so in plain words. */
export async function listen(server: Server, port: number): Promise<ListeningServer> {
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new Error(`port ${port} is in use: end what listens there, or choose another`, {
        cause: error,
      });
    }
    throw error;
  }
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
