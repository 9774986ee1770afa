/**
 * What the merchant's pages cost: `npm run -s bench:web -- [--json] [--rows N] [--runs N]`. The queue of a shop with a
 * million suggestions in a real Chromium, in the admin's frame, beside a bare page of Shopify's template, visits of both in
 * turn; the queue's query beside the same one on 10,000 rows; and its scripts. Exits with 1 when a bound is missed.
 */
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { startEmbeddedPostgres } from '../app/db/embedded-postgres.server.ts';
import { parseShopDomain } from '../app/domain/ids.ts';
import { openBrowser } from '../tests/simulator/browser.ts';
import { openFilled } from './bench-web/filled-database.ts';
import { openSites, type Pages } from './bench-web/sites.ts';
import { comparedNames, pageNames, summarise, type Visited } from './bench-web/summary.ts';
import { tellReport } from './bench-web/tell-report.ts';
import { timeQueue } from './bench-web/time-queue.ts';
import { visitPage, weighScripts } from './bench-web/visit.ts';
import { findChromium } from './find-chromium.ts';
import { Problem, runWithUndo, type Run } from './run/with-undo.ts';

const fewRows = 10_000;
/** How many times slower the processor is made. */
const paces = [1, 4];

await runWithUndo(bench, { ifStopped: 130 });

async function bench(run: Run): Promise<number> {
  const { rows, runs, json } = readArguments();
  const shop = parseShopDomain('bench-desk.myshopify.com');
  if (!shop) throw new Error('no domain of a shop');
  process.env['CHROMIUM_PATH'] = findChromium();

  const postgres = await startEmbeddedPostgres({ directory: '.data/bench/postgres' });
  run.atEnd('PostgreSQL', () => postgres.stop());
  const fill = (name: string, count: number) => {
    say(`filling a database with ${count} suggestions`);
    return openFilled(run, { postgres, name, shop, rows: count });
  };
  const databases = {
    small: await fill('bench_small', fewRows),
    large: await fill('bench_large', rows),
  };
  say("timing the queue's query");
  const queueTimes = await timeQueue(databases, shop);

  say('building the bare page, and starting both apps');
  const { origin, pages } = await openSites(run, databases.large, shop);
  const browser = await openBrowser();
  run.atEnd('the browser', () => browser.close());
  const queue = { url: pages.queue.url(), origin };
  const scripts = await weighScripts(browser, queue, (body) => gzipSync(body).length);
  const visits = await visitInTurn(browser, { pages, runs, signal: run.signal });

  const summary = summarise({ visits, queueTimes, scripts });
  const setting = { node: process.version, chromium: browser.version(), rows, fewRows, runs };
  console.log(
    json
      ? JSON.stringify({ ...setting, scripts, ...summary }, null, 2)
      : tellReport(setting, summary),
  );
  return summary.checks.every(({ isMet }) => isMet) ? 0 : 1;
}

/** Each page once at each pace in every round, in the other direction in every second; the first visits warm up. */
async function visitInTurn(
  browser: Browser,
  {
    pages,
    runs,
    signal,
  }: { readonly pages: Pages; readonly runs: number; readonly signal: AbortSignal },
): Promise<readonly Visited[]> {
  const visits: Visited[] = [];
  const turns = paces.flatMap((slowed) =>
    (slowed === 1 ? pageNames : comparedNames).map((page) => ({ page, slowed })),
  );
  for (let round = 0; round <= runs; round += 1) {
    say(round === 0 ? 'warming up' : `visiting, ${round} of ${runs}`);
    for (const { page, slowed } of round % 2 === 0 ? turns : [...turns].reverse()) {
      signal.throwIfAborted();
      const { url, act } = pages[page];
      const measured = await visitPage(browser, { url: url(), slowed, act });
      if (round > 0) visits.push({ page, slowed, ...measured });
    }
  }
  return visits;
}

function readArguments() {
  const usage = 'npm run -s bench:web -- [--json] [--rows N] [--runs N]';
  try {
    const { values } = parseArgs({
      options: {
        json: { type: 'boolean', default: false },
        rows: { type: 'string', default: '1000000' },
        runs: { type: 'string', default: '7' },
      },
    });
    const count = (text: string) => {
      if (!/^[1-9]\d{0,7}$/.test(text))
        throw new Problem(`${text} is no number of something\n${usage}`);
      return Number(text);
    };
    return { json: values.json, rows: count(values.rows), runs: count(values.runs) };
  } catch (error) {
    throw error instanceof TypeError ? new Problem(`${error.message}\n${usage}`) : error;
  }
}

function say(sentence: string): void {
  process.stderr.write(`bench:web: ${sentence}\n`);
}
