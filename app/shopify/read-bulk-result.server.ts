import { linesIn, treesIn, type BulkTree } from './bulk-lines.ts';

/** No bytes for so long: the connection is given up, and the rest is asked for anew. */
const silenceMs = 30_000;

/**
 * Streams a bulk operation's result from a byte on. The address is signed and needs no token. A server that does not know
 * ranges sends it all, and what is known already is passed by.
 */
export async function* readBulkResult(
  url: string,
  from: number,
): AsyncGenerator<BulkTree, void, undefined> {
  const controller = new AbortController();
  const response = await fetch(url, {
    headers: from > 0 ? { Range: `bytes=${from}-` } : {},
    signal: controller.signal,
  });
  // Nothing is left after the last byte.
  if (response.status === 416) return;
  if (!response.ok || !response.body) {
    throw new Error(`the bulk result answered HTTP ${response.status}`);
  }
  const isPart = response.status === 206;
  try {
    const chunks = heard(response.body, controller);
    yield* treesIn(linesIn(isPart ? chunks : skipping(chunks, from), from));
  } finally {
    controller.abort();
  }
}

async function* heard(
  body: ReadableStream<Uint8Array>,
  controller: AbortController,
): AsyncGenerator<Uint8Array, void, undefined> {
  const giveUp = () => {
    controller.abort(new Error('the bulk result fell silent'));
  };
  const reader = body.getReader();
  for (;;) {
    const timer = setTimeout(giveUp, silenceMs);
    const { done, value } = await reader.read().finally(() => {
      clearTimeout(timer);
    });
    if (done) return;
    yield value;
  }
}

async function* skipping(
  chunks: AsyncIterable<Uint8Array>,
  bytes: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  let left = bytes;
  for await (const chunk of chunks) {
    if (chunk.length <= left) left -= chunk.length;
    else {
      yield left > 0 ? chunk.subarray(left) : chunk;
      left = 0;
    }
  }
}
