import { request as send } from 'node:http';
import type { AdminDoor } from '#app/shopify/admin-client.server.ts';

/** The Admin API of the simulated shops, straight over HTTP; every request passes two points. */
export function simulatedAdmin(
  {
    simulator,
    tokens,
  }: { readonly simulator: string; readonly tokens: Readonly<Record<string, string>> },
  point: (name: string) => void,
): AdminDoor {
  const { hostname, port } = new URL(simulator);
  return (shop) =>
    Promise.resolve({
      outcome: 'open',
      noteCall: () => undefined,
      graphql: (query, { variables, signal } = {}) =>
        new Promise((settle, fail) => {
          const name = /(?:query|mutation)\s+(\w+)/.exec(query)?.[1] ?? '';
          point(`before ${name}`);
          const body = JSON.stringify({ query, variables });
          const request = send(
            {
              ...{ hostname, port },
              path: '/admin/api/2026-10/graphql.json',
              method: 'POST',
              ...(signal ? { signal } : {}),
              headers: {
                Host: shop,
                'Content-Type': 'application/json',
                'X-Shopify-Access-Token': tokens[shop] ?? '',
              },
            },
            (response) => {
              const pieces: Buffer[] = [];
              response.on('data', (piece: Buffer) => pieces.push(piece));
              response.on('error', fail);
              response.on('end', () => {
                point(`after ${name}`);
                const status = response.statusCode ?? 500;
                const text = Buffer.concat(pieces);
                if (status >= 400) fail(refusal(status, text.toString('utf8')));
                else answer(text.toString('utf8'), settle, fail);
              });
            },
          );
          request.on('error', fail);
          request.end(body);
        }),
    });
}

/** Errors of GraphQL are thrown, as the SDK throws them. */
function answer(
  text: string,
  settle: (response: Response) => void,
  fail: (error: Error) => void,
): void {
  const body = JSON.parse(text) as { readonly errors?: unknown };
  if (body.errors) fail(Object.assign(new Error('GraphQL errors'), { body }));
  else settle(new Response(text));
}

/** As the SDK throws it. */
function refusal(code: number, text: string): Error {
  return Object.assign(new Error(text), { response: { code } });
}
