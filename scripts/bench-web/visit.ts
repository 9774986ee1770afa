import type { Browser, Frame, Page } from 'playwright-core';
import { collectVitals } from './vitals.ts';

export interface Visit {
  /** The admin's page that frames what is measured. */
  readonly url: string;
  /** How many times slower the processor is made. */
  readonly slowed: number;
  /** What a merchant does there, by the real mouse and keyboard. */
  readonly act: (app: Frame, page: Page) => Promise<void>;
}

/** Of one visit with an empty cache; milliseconds. */
export interface Measured {
  readonly largestPaint: number;
  /** Until the first byte of the frame's document. */
  readonly firstByte: number;
  readonly interaction: number;
  readonly shift: number;
}

/** An event that is shorter is not told of. */
const shortestTold = 16;
/** Until what an action set off has been drawn. */
const settlesMs = 250;

export async function visitPage(browser: Browser, visit: Visit): Promise<Measured> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    await context.addInitScript(collectVitals);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: visit.slowed });
    const app = await openFrame(page, visit.url);
    await page.waitForTimeout(settlesMs * visit.slowed);
    await visit.act(app, page);
    await page.waitForTimeout(settlesMs * visit.slowed);
    const told = await app.evaluate(() => {
      const [opened] = performance.getEntriesByType('navigation');
      const firstByte = opened instanceof PerformanceNavigationTiming ? opened.responseStart : 0;
      return { vitals: window.benchVitals, firstByte };
    });
    if (!told.vitals || told.vitals.largestPaint === 0) throw new Error('no paint was seen');
    return {
      largestPaint: told.vitals.largestPaint,
      firstByte: told.firstByte,
      interaction: Math.max(shortestTold, ...Object.values(told.vitals.interactions)),
      shift: told.vitals.shift,
    };
  } finally {
    await context.close();
  }
}

/** The frame, once React has taken over what the server sent: an earlier click would be lost. */
async function openFrame(page: Page, url: string): Promise<Frame> {
  await page.goto(url);
  const element = await page.waitForSelector('#app-frame');
  const frame = await element.contentFrame();
  if (!frame) throw new Error('the admin shows no frame');
  await frame.waitForFunction(() => {
    const drawn = document.querySelector('.Polaris-Page');
    return drawn !== null && Object.keys(drawn).some((key) => key.startsWith('__reactFiber$'));
  });
  return frame;
}

/** The scripts that the app's own server sends for a page: how many, and bytes with gzip. */
export async function weighScripts(
  browser: Browser,
  { url, origin }: { readonly url: string; readonly origin: string },
  gzippedBytes: (body: Buffer) => number,
): Promise<{ readonly files: number; readonly bytes: number }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    const bodies: Promise<Buffer>[] = [];
    page.on('response', (response) => {
      const type = response.headers()['content-type'] ?? '';
      const isOwn = new URL(response.url()).origin === origin;
      if (isOwn && type.includes('javascript')) bodies.push(response.body());
    });
    await openFrame(page, url);
    await page.waitForLoadState('networkidle');
    const sizes = (await Promise.all(bodies)).map(gzippedBytes);
    return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
  } finally {
    await context.close();
  }
}
