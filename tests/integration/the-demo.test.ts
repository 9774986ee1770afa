import { spawn } from 'node:child_process';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, test } from 'vitest';

const held: Server[] = [];
afterEach(() => {
  for (const server of held.splice(0)) server.close();
});

/** A port that is in use until the test ends; whichever is free when none is named. */
async function holdPort(wished = 0): Promise<number> {
  const server = createServer();
  await new Promise<void>((settle, fail) => {
    server.once('error', fail);
    server.listen(wished, '127.0.0.1', settle);
  });
  held.push(server);
  return (server.address() as AddressInfo).port;
}

/** Below those that systems hand out by themselves: nobody else is given it before the demo takes it. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    try {
      await holdPort(port);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      continue;
    }
    await new Promise((settle) => held.pop()?.close(settle));
    return port;
  }
}

function startDemo(ports: { readonly admin: number; readonly front: number }) {
  const child = spawn(process.execPath, ['scripts/demo.ts'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      DEMO_ADMIN_PORT: String(ports.admin),
      DEMO_FRONT_PORT: String(ports.front),
    },
  });
  const lines: string[] = [];
  const hears = new Set<() => void>();
  for (const input of [child.stdout, child.stderr]) {
    createInterface({ input }).on('line', (line) => {
      lines.push(line);
      for (const hear of hears) hear();
    });
  }
  const ended = new Promise<number | null>((settle) => child.once('close', settle));
  return {
    child,
    lines,
    ended,
    /** Resolves when a line fits, or the demo has ended. */
    said: (pattern: RegExp) =>
      new Promise<void>((settle) => {
        const hear = () => {
          if (lines.some((line) => pattern.test(line))) settle();
        };
        hears.add(hear);
        void ended.then(() => settle());
        hear();
      }),
  };
}

describe('the demo', () => {
  test('says ready and a URL that opens, and Ctrl-C ends all of it within ten seconds', async () => {
    const demo = startDemo({ admin: await freePort(), front: await freePort() });
    await demo.said(/^http:/);
    const at = demo.lines.indexOf('ready');
    expect(at, demo.lines.join('\n')).toBeGreaterThan(0);
    const url = demo.lines[at + 1] ?? '';
    const page = await fetch(url);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<iframe');
    const since = performance.now();
    demo.child.kill('SIGINT');
    expect(await demo.ended).toBe(0);
    expect(performance.now() - since).toBeLessThan(10_000);
    await expect(fetch(url)).rejects.toThrow();
  });

  test('ends as well when it is told to while it starts', async () => {
    const demo = startDemo({ admin: await freePort(), front: await freePort() });
    await demo.said(/^starting the app/);
    demo.child.kill('SIGTERM');
    expect(await demo.ended).toBe(0);
    expect(demo.lines).not.toContain('ready');
  });

  test('names the port that is in use and the variable that changes it', async () => {
    const busy = await holdPort();
    const front = startDemo({ admin: await freePort(), front: busy });
    expect(await front.ended).toBe(1);
    expect(front.lines).toEqual([`port ${busy} is in use: set DEMO_FRONT_PORT to another one`]);
    const admin = startDemo({ admin: busy, front: await freePort() });
    expect(await admin.ended).toBe(1);
    expect(admin.lines).toEqual([`port ${busy} is in use: set DEMO_ADMIN_PORT to another one`]);
  });
});
