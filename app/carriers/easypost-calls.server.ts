import { z } from 'zod';
import { callService } from './call-service.server.ts';
import { readEasyPostTracker } from './easypost.ts';
import { unreadableAnswer, type Tracked, type Tracker } from './tracker.ts';

const list = z.object({ trackers: z.array(z.looseObject({ tracking_code: z.string() })) });
const problem = z.object({ error: z.object({ code: z.string().max(100) }) });

export function easyPostTracker(base: string, key: string): Tracker {
  const basic = Buffer.from(`${key}:`).toString('base64');
  const headers = { Authorization: `Basic ${basic}` };
  return {
    most: { register: 1, ask: 1 },
    // The same number again answers with the tracker of before.
    register: async ([number = '']) => {
      const called = await callService(new URL(`${base}/trackers`), {
        ...{ method: 'POST', headers, body: { tracker: { tracking_code: number } } },
      });
      return called.outcome === 'answered' ? registeredIn(called.body, number) : called;
    },
    ask: async ([number = '']) => {
      const url = new URL(`${base}/trackers`);
      url.searchParams.set('tracking_code', number);
      const called = await callService(url, { method: 'GET', headers });
      return called.outcome === 'answered' ? listedIn(called.body) : called;
    },
  };
}

function registeredIn(body: unknown, number: string): Tracked {
  const read = readEasyPostTracker(body);
  if (read.outcome === 'read') {
    return { outcome: 'answered', known: [number], refused: [], scans: read.event.scans };
  }
  const told = problem.safeParse(body);
  if (!told.success) return unreadableAnswer;
  const refused = [{ number, why: told.data.error.code }];
  return { outcome: 'answered', known: [], refused, scans: [] };
}

function listedIn(body: unknown): Tracked {
  const told = list.safeParse(body);
  if (!told.success) return unreadableAnswer;
  const { trackers } = told.data;
  return {
    outcome: 'answered',
    known: trackers.map(({ tracking_code: number }) => number),
    refused: [],
    scans: trackers
      .map((tracker) => readEasyPostTracker(tracker))
      .flatMap((read) => (read.outcome === 'read' ? read.event.scans : [])),
  };
}
