import { request } from 'node:http';
import { refusedUnless, type Attack, type Try } from './attack.ts';
import { stranger, type World } from './world.ts';

/** Sends so many bytes of a body, as long as they are taken; the status that came, and how many had gone. */
function pour(
  world: World,
  path: string,
  { bytes, announced }: { readonly bytes: number; readonly announced: boolean },
) {
  const { hostname, port } = new URL(world.stage.app.origin);
  const piece = Buffer.alloc(256 * 1024, 120);
  return new Promise<{ readonly status: string; readonly sent: number }>((settle) => {
    let sent = 0;
    let status = 'hung up';
    const headers = announced
      ? { 'Content-Length': String(bytes) }
      : { 'Transfer-Encoding': 'chunked' };
    const pouring = request({ hostname, port, path, method: 'POST', agent: false, headers });
    pouring.on('response', (response) => {
      status = String(response.statusCode);
      response.resume();
      pouring.destroy();
    });
    pouring.on('error', () => undefined);
    pouring.once('close', () => settle({ status, sent }));
    const pump = (): void => {
      while (sent < bytes && !pouring.destroyed) {
        const rest = piece.subarray(0, Math.min(piece.length, bytes - sent));
        sent += rest.length;
        if (!pouring.write(rest)) return void pouring.once('drain', pump);
      }
      pouring.end();
    };
    pump();
  });
}

const large: Attack = {
  attack: 'bodies of 100 MB',
  async make(world) {
    const bytes = 100 * 1024 * 1024;
    const tries: Try[] = [];
    for (const path of [
      '/webhooks',
      '/api/messages',
      `/app/suggestions/${world.suggestion.id}/decision`,
    ]) {
      for (const announced of [true, false]) {
        const { status, sent } = await pour(world, path, { bytes, announced });
        const { status: alive } = await world.ask('/healthz');
        const isTaken = status.startsWith('2');
        const tried = `${path}, ${announced ? 'announced' : 'not announced'}`;
        const breach = (isTaken && 'taken') || (alive !== 200 && 'the app is away');
        tries.push(
          refusedUnless(tried, `${status} after ${Math.round(sent / 1_000_000)} MB`, breach),
        );
      }
    }
    return tries;
  },
};

/** More than a shop's programs may send within a minute. */
const inAMinute = 400;

const many: Attack = {
  attack: 'a flood of messages',
  async make(world) {
    const made = await world.ask('/app/settings/api-token', { method: 'POST', as: stranger });
    const { token } = JSON.parse(made.body) as { readonly token: string };
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` };
    const counts = new Map<number, number>();
    for (let sent = 0; sent < inAMinute; sent += 1) {
      const { status } = await world.ask('/api/messages', { method: 'POST', headers, body: '{}' });
      counts.set(status, (counts.get(status) ?? 0) + 1);
    }
    const answer = [...counts].map(([status, times]) => `${status} ${times} times`).join(', ');
    return [
      refusedUnless(`${inAMinute} within a minute`, answer, !counts.has(429) && 'all were taken'),
    ];
  },
};

export const floodAttacks: readonly Attack[] = [large, many];
