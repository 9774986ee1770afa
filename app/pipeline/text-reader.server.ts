import { createHash } from 'node:crypto';
import type { OrderKey } from '../db/order-records.server.ts';
import {
  findSecondReading,
  takeFromBudget,
  writeSecondReading,
  type TextKey,
} from '../db/second-readings.server.ts';
import type { PatientTextReader, ReadWords } from '../domain/intent.ts';
import type { Policy } from '../domain/policy.ts';
import { ownWords } from '../domain/text/own-words.ts';
import { ownReader, readWords } from '../domain/text/read-words.ts';
import { redact } from '../domain/text/redact.ts';
import { believed } from '../domain/text/second-reading.ts';
import { addSeconds } from '../domain/time.ts';
import type { Line } from './line.server.ts';

interface Reading extends OrderKey {
  /** Null before the shop is known. */
  readonly policy: Policy | null;
  /** False where a person waits: what was said of a text before is taken, and nobody is asked. */
  readonly mayAsk: boolean;
}

/** What fails is asked again at a look after this. */
const askAgainAfterSeconds = 3600;
/** As many letters are sent: whoever has not said it by then does not. */
const longestSent = 2000;

/** Reads by our own reader, and asks the second one about what that finds unclear, where the shop allows it. */
export function textReader(line: Line, reading: Reading): PatientTextReader {
  const { policy } = reading;
  if (!line.secondReader || !policy?.reading.secondReader) return ownReader;
  const perDay = policy.reading.secondReaderPerDay;
  return async (text) => {
    const own = readWords(text);
    return own.unclear ? secondReading(line, { ...reading, perDay }, text, own) : own;
  };
}

async function secondReading(
  line: Line,
  { shop, orderId, mayAsk, perDay }: Reading & { readonly perDay: number },
  text: string,
  own: ReadWords,
): Promise<ReadWords> {
  const { db, now, log, secondReader } = line;
  const key: TextKey = { shop, orderId, digest: digestOf(shop, text) };
  const before = await findSecondReading(db.prisma, key);
  if (before?.outcome === 'answered') return before.reading;
  if (!mayAsk || !secondReader) return own;
  if (before && now() < addSeconds(before.askedAt, askAgainAfterSeconds)) return own;
  const askedAt = now();
  if (!(await takeFromBudget(db.prisma, shop, { now: askedAt, perDay }))) return own;
  const sent = redact(ownWords(text)).trim().slice(0, longestSent);
  const asked = await secondReader({ text: sent, language: own.unclear?.language ?? null });
  const reading =
    asked.outcome === 'answered' ? believed(asked.answer, { sent, unclear: own }) : asked.reason;
  if (typeof reading === 'string') {
    log.warn({ shop, orderId, reason: reading }, 'the second reader gave no usable answer');
    await writeSecondReading(db.prisma, key, { outcome: 'failed', askedAt });
    return own;
  }
  await writeSecondReading(db.prisma, key, { outcome: 'answered', askedAt, reading });
  return reading;
}

/** Of one shop: the same words of two shops' buyers are not known to be the same. */
function digestOf(shop: string, text: string): string {
  return createHash('sha256').update(`${shop}\n${text}`).digest('hex');
}
