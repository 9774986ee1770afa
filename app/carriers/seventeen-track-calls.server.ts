import { z } from 'zod';
import { callService } from './call-service.server.ts';
import { readSeventeenTrackParcel } from './seventeen-track.ts';
import { unreadableAnswer, type Tracked, type Tracker } from './tracker.ts';

const answer = z.object({
  code: z.number().int(),
  data: z
    .object({
      accepted: z.array(z.looseObject({ number: z.string() })).nullish(),
      rejected: z
        .array(z.object({ number: z.string(), error: z.object({ code: z.number().int() }) }))
        .nullish(),
    })
    .nullish(),
});

/** Told before: as good as accepted. */
const alreadyKnown = -18_019_901;
/** The day's or the account's numbers are used up; the key is wrong, or not allowed. */
const throttles = new Set([-18_019_907, -18_019_908]);
const refusesKey = new Set([-18_010_001, -18_010_002, -18_010_004, -18_010_005]);
/** Known, and nothing is known of it yet. */
const nothingYet = -18_019_909;

export function seventeenTrackTracker(base: string, key: string): Tracker {
  const call = async (path: string, numbers: readonly string[]): Promise<Tracked> => {
    const called = await callService(new URL(`${base}/${path}`), {
      method: 'POST',
      headers: { '17token': key },
      body: numbers.map((number) => ({ number })),
    });
    return called.outcome === 'answered' ? trackedIn(called.body) : called;
  };
  return {
    most: { register: 40, ask: 40 },
    register: (numbers) => call('register', numbers),
    ask: (numbers) => call('gettrackinfo', numbers),
  };
}

function trackedIn(body: unknown): Tracked {
  const told = answer.safeParse(body);
  if (!told.success) return unreadableAnswer;
  const { code, data } = told.data;
  if (refusesKey.has(code)) return { outcome: 'failed', problem: 'key-refused', waitSeconds: null };
  if (code !== 0 || !data) return unreadableAnswer;
  const accepted = data.accepted ?? [];
  const rejected = data.rejected ?? [];
  if (rejected.some(({ error }) => throttles.has(error.code))) {
    return { outcome: 'failed', problem: 'throttled', waitSeconds: 3600 };
  }
  const isKnown = ({ error }: { error: { code: number } }) =>
    error.code === alreadyKnown || error.code === nothingYet;
  return {
    outcome: 'answered',
    known: [...accepted, ...rejected.filter(isKnown)].map(({ number }) => number),
    refused: rejected
      .filter((each) => !isKnown(each))
      .map(({ number, error }) => ({ number, why: String(error.code) })),
    scans: accepted.map(readSeventeenTrackParcel).flatMap((read) =>
      // What was registered just now has no scans to read.
      read.outcome === 'read' ? read.event.scans : [],
    ),
  };
}
