import { createServer } from 'node:net';
import { Problem } from '../run/with-undo.ts';

export interface DemoPorts {
  readonly adminPort: number;
  readonly frontPort: number;
}

/** The demo's two ports, free; throws a Problem that says which is not, and which variable changes it. */
export async function findFreePorts(
  variables: Readonly<Record<string, string | undefined>>,
): Promise<DemoPorts> {
  const ports = {
    adminPort: portOf(variables, 'DEMO_ADMIN_PORT', 4600),
    frontPort: portOf(variables, 'DEMO_FRONT_PORT', 4601),
  };
  if (ports.adminPort === ports.frontPort) {
    throw new Problem(`DEMO_ADMIN_PORT and DEMO_FRONT_PORT are both ${ports.adminPort}`);
  }
  await mustBeFree(ports.adminPort, 'DEMO_ADMIN_PORT');
  await mustBeFree(ports.frontPort, 'DEMO_FRONT_PORT');
  return ports;
}

function portOf(
  variables: Readonly<Record<string, string | undefined>>,
  name: string,
  fallback: number,
): number {
  const text = variables[name];
  if (text === undefined || text === '') return fallback;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new Problem(`${name} is ${text}: it must be a port, 1 to 65535`);
}

function mustBeFree(port: number, name: string): Promise<void> {
  return new Promise((settle, fail) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? 'is in use' : `can't be used (${error.message})`;
      fail(new Problem(`port ${port} ${why}: set ${name} to another one`));
    });
    probe.listen(port, '127.0.0.1', () => {
      probe.close(() => settle());
    });
  });
}
