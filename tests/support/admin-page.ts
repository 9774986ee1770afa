import { mkdirSync } from 'node:fs';
import type { Browser, Frame, Locator, Page } from 'playwright-core';
import type { QueueTab } from '#app/domain/queue.ts';
import { languages, type Language } from '#app/locales/load-words.ts';
import type { Words } from '#app/ui/words.ts';
import { openBrowser } from '#tests/simulator/browser.ts';
import { shopDomain, startStage, type Stage } from './stage.ts';
import { wordsIn } from './words.ts';

/** How a merchant comes: each task is done in each way. */
export interface Way {
  readonly language: Language;
  /** Of the browser's window, CSS pixels. */
  readonly width: number;
}

const everyWay: readonly Way[] = (['en', 'zh-CN'] as const).flatMap((language) =>
  [1280, 768, 375].map((width) => ({ language, width })),
);

/** Two languages and two widths once in a run of all tests; both languages at each width in a run of these tests alone. */
export const ways: readonly Way[] =
  process.env['EVERY_WAY'] === 'yes'
    ? everyWay
    : everyWay.filter(({ language, width }) => width === (language === 'en' ? 1280 : 375));

/** An order's name of its own in each way: those of one file are on the same stage. */
export function orderNameFor({ language, width }: Way): string {
  return `#${1000 + width + languages.indexOf(language)}`;
}

/** A stage with the app installed, and a browser before it. */
export interface AdminScene {
  readonly stage: Stage;
  readonly browser: Browser;
  close(): Promise<void>;
}

export async function startAdminScene(options?: Parameters<typeof startStage>[0]) {
  const scene = await startNewScene(options);
  await scene.stage.install();
  return scene;
}

/** The same before anybody opened the app. */
export async function startNewScene(options?: Parameters<typeof startStage>[0]) {
  // First: without one there is no need of a stage, which would be left behind.
  const browser = await openBrowser();
  const stage = await startStage(options);
  return {
    stage,
    browser,
    async close() {
      await browser.close();
      const strangers = stage.simulator.refusedCalls();
      await stage.close();
      if (strangers.length > 0) throw new Error(`the app called ${JSON.stringify(strangers)}`);
    },
  } satisfies AdminScene;
}

/** The admin with the app in it, as one merchant sees it. */
export interface AdminPage {
  readonly page: Page;
  /** The app's own frame: what is looked for in it is not found around it. */
  readonly app: Frame;
  readonly words: Words;
  /** An order's row in the queue. */
  readonly rowOf: (orderName: string) => Locator;
  /** A part of the detail page, by its heading. */
  readonly cardOf: (heading: string) => Locator;
  /** Shows a tab of the queue. */
  readonly openTab: (tab: QueueTab) => Promise<void>;
  /** Opens another of the app's pages, as the address bar does. */
  readonly open: (path: string) => Promise<AdminPage>;
  /** Fails when a reader would have to scroll sideways; keeps a picture of the whole page for people to look at. */
  readonly look: (task: string) => Promise<void>;
}

/** Which shop's app is opened, and at which of its pages; the queue of the usual one when absent. */
export interface Visit extends Way {
  readonly shop?: string;
  readonly path?: string;
  /** `commit`: the page is seen while parts of it are still on their way; all of it is waited for when absent. */
  readonly waitUntil?: 'load' | 'commit';
  /** What the browser may complain of, where a failure is what is looked at. */
  readonly forgiven?: RegExp;
}

const pictures = 'tests/e2e/screenshots';
/** A busy machine can be ten times slower than a quiet one. */
const patienceMs = 120_000;
/** What Chromium remarks when a page took longer than it likes, which is no fault of the page. */
const slownessRemark = 'was preloaded using link preload but not used within a few seconds';

/** Opens the app in the admin, and fails when the browser complained of anything in the course of it. */
export async function inAdmin(
  { stage, browser }: AdminScene,
  { shop = shopDomain, path = '/app', waitUntil = 'load', ...way }: Visit,
  visit: (admin: AdminPage) => Promise<void>,
): Promise<void> {
  await inBrowser(browser, way, async (page) => {
    const open = async (at: string): Promise<AdminPage> => {
      const url = stage.simulator.adminUrl(shop, { locale: way.language, path: at });
      await page.goto(url, { waitUntil });
      return { ...adminPageOf(page, await appFrameOf(page), way), open };
    };
    await visit(await open(path));
  });
}

/** A browser of a merchant's own; fails when it complained of anything. */
export async function inBrowser(
  browser: Browser,
  { language, width, forgiven }: Way & Pick<Visit, 'forgiven'>,
  visit: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: language });
  const complaints: string[] = [];
  const complain = (cause?: unknown) =>
    new Error(`the browser complained:\n${complaints.join('\n')}`, { cause });
  try {
    context.setDefaultTimeout(patienceMs);
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      const text = message.text();
      const isComplaint = ['error', 'warning'].includes(message.type());
      const isForgiven = text.includes(slownessRemark) || forgiven?.test(text) === true;
      if (isComplaint && !isForgiven) complaints.push(text);
    });
    await visit(page);
  } catch (error) {
    throw complaints.length > 0 ? complain(error) : error;
  } finally {
    await context.close();
  }
  if (complaints.length > 0) throw complain();
}

function adminPageOf(page: Page, app: Frame, { language, width }: Way): Omit<AdminPage, 'open'> {
  const words = wordsIn(language);
  return {
    page,
    app,
    words,
    rowOf: (orderName) =>
      app.getByRole('row').filter({ has: app.getByRole('link', { name: orderName }) }),
    cardOf: (heading) =>
      app.getByRole('heading', { level: 2, name: heading, exact: true }).locator('..'),
    async openTab(tab) {
      const tabs = app.getByRole('navigation', { name: words.t('queue.tabs') });
      const link = tabs.getByRole('link', { name: words.t(`tab.${tab}`) });
      await link.click();
      await tabs.locator('[aria-current=page]', { hasText: words.t(`tab.${tab}`) }).waitFor();
    },
    look: (task) => lookAt(page, app, `${task}-${language}-${width}`),
  };
}

/** The frame, once React has taken over what the server sent: an earlier click would be lost. */
export async function appFrameOf(page: Page): Promise<Frame> {
  const element = await page.waitForSelector('#app-frame');
  const frame = await element.contentFrame();
  if (!frame) throw new Error('the admin shows no frame');
  await frame.waitForFunction(() => {
    const main = document.querySelector('main');
    return main !== null && Object.keys(main).some((key) => key.startsWith('__reactFiber$'));
  });
  return frame;
}

async function lookAt(page: Page, app: Frame, name: string): Promise<void> {
  const { wanted, given, height } = await app.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight } = document.documentElement;
    return { wanted: scrollWidth, given: clientWidth, height: scrollHeight };
  });
  if (wanted > given) throw new Error(`${name} is ${wanted} pixels wide where there are ${given}`);
  mkdirSync(pictures, { recursive: true });
  const size = page.viewportSize();
  if (!size) throw new Error('a page without a size');
  // The admin's bars are around the frame, which scrolls by itself.
  await page.setViewportSize({ width: size.width, height: Math.max(size.height, height + 120) });
  await page.screenshot({ path: `${pictures}/${name}.png` });
  await page.setViewportSize(size);
}
