import { trackersAt } from './carriers/open-tracker.server.ts';
import { join } from 'node:path';
import { openQueue, type Queue } from './db/queue.server.ts';
import { tokenCipher } from './db/token-cipher.server.ts';
import { connectDatabase, type OpenedDatabase } from './db.server.ts';
import { instantAt } from './domain/time.ts';
import { env } from './env.server.ts';
import { setOpenedLine } from './line.server.ts';
import { log } from './log.server.ts';
import { noteRefusal, serveMetrics, stopMetrics } from './metrics.server.ts';
import { callNotes } from './pipeline/call-notes.ts';
import { erasePhotos } from './pipeline/erase-photos.server.ts';
import { keepCalls } from './pipeline/keep-calls.server.ts';
import { keepRefusals } from './pipeline/keep-refusals.server.ts';
import type { Line } from './pipeline/line.server.ts';
import { refusalNotes } from './pipeline/refusal-notes.ts';
import { sweep } from './pipeline/sweep.server.ts';
import { takeJobs } from './pipeline/take-jobs.server.ts';
import { openMessengers } from './notify/open-messengers.server.ts';
import { photoStoreAt, type PhotoPlace } from './photo-store/photo-store.server.ts';
import { secondReaderAt, type SecondReader } from './second-reader/ask.server.ts';
import { openAdmin } from './shopify.server.ts';

const sweepEveryMs = 5000;
/** What calls showed is for people to look at: it may be so old. */
const keepCallsEveryMs = 5000;

/** A picture that is to go is gone soon. */
const erasePhotosEveryMs = 5000;

interface Running {
  readonly database: OpenedDatabase;
  readonly queue: Queue;
  readonly line: Line;
  readonly timers: readonly NodeJS.Timeout[];
}

let running: Running | null = null;

/** Opens the database and the queue and starts working; once in a process. */
export async function startLine(): Promise<void> {
  if (running) return;
  const database = await connectDatabase();
  const queue = await openQueue(database.url, (error) => {
    log.error({ err: error }, 'the queue reported an error');
  });
  const line: Line = {
    db: database.db,
    queue,
    admin: openAdmin,
    calls: callNotes(),
    cipher: tokenCipher(env.TOKEN_ENCRYPTION_KEY),
    refusals: refusalNotes(noteRefusal),
    trackers: trackersAt({
      '17track': env.SEVENTEEN_TRACK_URL,
      aftership: env.AFTERSHIP_URL,
      easypost: env.EASYPOST_URL,
    }),
    messengers: openMessengers({
      appKey: env.SHOPIFY_API_KEY,
      smtpUrl: env.SMTP_URL ?? null,
      from: env.SMTP_FROM ?? null,
      chatOrigins: env.CHAT_WEBHOOK_ORIGINS,
    }),
    secondReader: openSecondReader(),
    photos: photoStoreAt(photoPlace()),
    now: () => instantAt(Date.now()),
    log,
  };
  setOpenedLine(line);
  await takeJobs(line);
  const timers = [
    setInterval(() => void sweepOnce(line), sweepEveryMs),
    setInterval(() => void keepCallsOnce(line), keepCallsEveryMs),
    setInterval(() => void erasePhotosOnce(line), erasePhotosEveryMs),
  ];
  running = { database, queue, line, timers };
  serveMetrics();
}

function openSecondReader(): SecondReader | null {
  const { SECOND_READER_URL: url, SECOND_READER_MODEL: model, SECOND_READER_KEY: key } = env;
  return url && model ? secondReaderAt({ url, model, key: key ?? null }) : null;
}

function photoPlace(): PhotoPlace {
  const { PHOTOS_S3_ENDPOINT: endpoint, PHOTOS_S3_BUCKET: bucket, PHOTOS_S3_REGION: region } = env;
  const { PHOTOS_S3_KEY_ID: accessKeyId, PHOTOS_S3_SECRET: secretAccessKey } = env;
  return endpoint && bucket && accessKeyId && secretAccessKey
    ? { kind: 's3', endpoint, region, bucket, accessKeyId, secretAccessKey }
    : { kind: 'disk', directory: join(env.DATA_DIR, 'photos') };
}

/** Lets jobs in hand finish (for up to eight seconds), then lets go of queue and database. */
export async function stopLine(): Promise<void> {
  if (!running) return;
  const { database, queue, line, timers } = running;
  running = null;
  stopMetrics();
  for (const timer of timers) clearInterval(timer);
  await queue.boss.stop({ graceful: true, timeout: 8000 });
  setOpenedLine(null);
  await keepCallsOnce(line);
  await database.close();
}

async function sweepOnce(line: Line): Promise<void> {
  try {
    const { due, forgotten, woken } = await sweep(line);
    if (due + forgotten + woken > 0) log.info({ due, forgotten, woken }, 'sweep');
  } catch (error) {
    // The next sweep finds the same orders due.
    log.error({ err: error }, 'the sweep failed');
  }
}

async function erasePhotosOnce(line: Line): Promise<void> {
  try {
    const erased = await erasePhotos(line);
    if (erased > 0) log.info({ erased }, 'photos erased');
  } catch (error) {
    // They stay due, and the next time finds them.
    log.error({ err: error }, 'photos could not be erased');
  }
}

async function keepCallsOnce(line: Line): Promise<void> {
  try {
    await keepCalls(line);
    await keepRefusals(line);
  } catch (error) {
    // The next calls show how things are.
    log.error({ err: error }, 'what calls showed could not be written down');
  }
}
