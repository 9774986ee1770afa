import { z } from 'zod';
import { readAfterShipTracking } from './aftership.ts';
import { callService } from './call-service.server.ts';
import { unreadableAnswer, type Tracked, type Tracker } from './tracker.ts';

const answer = z.object({
  meta: z.object({ code: z.number().int() }),
  data: z.unknown().optional(),
});
const list = z.object({ trackings: z.array(z.looseObject({ tracking_number: z.string() })) });

/** Told before: as good as created. */
const alreadyKnown = 4003;

export function afterShipTracker(base: string, key: string): Tracker {
  const headers = { 'as-api-key': key };
  return {
    most: { register: 1, ask: 40 },
    register: async ([number = '']) => {
      const called = await callService(new URL(`${base}/trackings`), {
        ...{ method: 'POST', headers, body: { tracking_number: number } },
      });
      return called.outcome === 'answered' ? registeredIn(called.body, number) : called;
    },
    ask: async (numbers) => {
      const url = new URL(`${base}/trackings`);
      url.searchParams.set('tracking_numbers', numbers.join(','));
      const called = await callService(url, { method: 'GET', headers });
      return called.outcome === 'answered' ? listedIn(called.body) : called;
    },
  };
}

function registeredIn(body: unknown, number: string): Tracked {
  const told = answer.safeParse(body);
  if (!told.success) return unreadableAnswer;
  const { code } = told.data.meta;
  const isKnown = code === 200 || code === 201 || code === alreadyKnown;
  const read = readAfterShipTracking(told.data.data);
  return {
    outcome: 'answered',
    known: isKnown ? [number] : [],
    refused: isKnown ? [] : [{ number, why: String(code) }],
    scans: read.outcome === 'read' ? read.event.scans : [],
  };
}

function listedIn(body: unknown): Tracked {
  const told = answer.safeParse(body);
  const listed = told.success ? list.safeParse(told.data.data) : null;
  if (!listed?.success) return unreadableAnswer;
  const { trackings } = listed.data;
  return {
    outcome: 'answered',
    known: trackings.map(({ tracking_number: number }) => number),
    refused: [],
    scans: trackings
      .map((tracking) => readAfterShipTracking(tracking))
      .flatMap((read) => (read.outcome === 'read' ? read.event.scans : [])),
  };
}
