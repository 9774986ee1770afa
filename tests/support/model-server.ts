import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a service was asked, as it came. */
export interface AskedModel {
  readonly authorization: string | undefined;
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
  };
  /** The text that is to be read. */
  readonly text: string;
}

type Behaviour = (asked: AskedModel, response: ServerResponse) => void;

/** A service that speaks OpenAI's chat completions and does what a test wants of it. */
export interface ModelServer {
  readonly url: string;
  readonly asked: AskedModel[];
  behave(behaviour: Behaviour): void;
  close(): Promise<void>;
}

/** Answers with this reading. */
export function says(reading: unknown): Behaviour {
  return (_, response) => {
    complete(response, typeof reading === 'string' ? reading : JSON.stringify(reading));
  };
}

function complete(response: ServerResponse, content: string): void {
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }));
}

export async function startModelServer(): Promise<ModelServer> {
  const asked: AskedModel[] = [];
  let behaviour: Behaviour = says({ meaning: 'unknown', confidence: 0, quotes: [] });
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const { text } = JSON.parse(body.messages.at(-1)?.content ?? '{}') as { text: string };
      const one = { authorization: request.headers.authorization, body, text };
      asked.push(one);
      behaviour(one, response);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    behave(next) {
      behaviour = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<AskedModel['body']> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return JSON.parse(Buffer.concat(pieces).toString('utf8')) as AskedModel['body'];
}
