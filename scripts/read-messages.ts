/**
 * Reads messages: JSON lines `{"id","text"}` from stdin (or the file that is named), a line
 * `{"id","language","intent","confidence","runnerUp","words"}` for each to stdout, in order and as they come. `intent`
 * is `unknown` where it is better to ask, and `unread` says why. A line that is none gets `{"line","error"}`; the rest
 * goes on, and the exit code is 1.
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { z } from 'zod';
import { readText } from '#app/domain/text/read-text.ts';
import type { RatedMeaning } from '#app/domain/text/scores.ts';

const message = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

const file = process.argv[2];
const input = file === undefined || file === '-' ? process.stdin : createReadStream(file);
input.on('error', (error: Error) => {
  console.error(`${file ?? 'stdin'} cannot be read: ${error.message}`);
  process.exitCode = 1;
});
// Whoever reads only the first lines has closed the pipe, and needs no more.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

let line = 0;
for await (const written of createInterface({ input, crlfDelay: Infinity })) {
  line += 1;
  if (written.trim() === '') continue;
  const answer = answerTo(written, line);
  if ('error' in answer) process.exitCode = 1;
  if (!process.stdout.write(`${JSON.stringify(answer)}\n`)) await once(process.stdout, 'drain');
}

function answerTo(written: string, line: number): object {
  const parsed = parse(written);
  if (!parsed.success) return { line, error: parsed.error };
  const { id, text } = parsed.data;
  const { language, meaning, unread, ranked, words, otherwise } = readText(text);
  const [first, second] = ranked;
  return {
    id,
    language,
    intent: meaning ?? 'unknown',
    confidence: first ? rounded(first.confidence) : 0,
    runnerUp: meaning === null ? rated(first) : rated(second),
    words: words.map((quote) => quote.text),
    ...(unread === null ? { otherwise } : { unread }),
  };
}

function parse(
  written: string,
):
  | { readonly success: true; readonly data: z.infer<typeof message> }
  | { readonly success: false; readonly error: string } {
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch {
    return { success: false, error: 'this is not JSON' };
  }
  const parsed = message.safeParse(value);
  if (parsed.success) return parsed;
  return { success: false, error: 'this is not {"id", "text"}' };
}

function rated(one: RatedMeaning | undefined) {
  return one ? { intent: one.meaning, confidence: rounded(one.confidence) } : null;
}

function rounded(confidence: number): number {
  return Number(confidence.toFixed(4));
}
