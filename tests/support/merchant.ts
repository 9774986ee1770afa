import axeCore from 'axe-core';
import { mkdirSync } from 'node:fs';
import type { Browser, Frame, Locator, Page } from 'playwright-core';
import type { Language } from '#app/locales/load-words.ts';
import type { Words } from '#app/ui/words.ts';
import { openBrowser } from '#tests/simulator/browser.ts';
import { shopDomain, type Stage } from './stage.ts';
import { wordsIn } from './words.ts';

/** How a merchant looks at the app: every story is told in both languages, on a laptop and on a phone. */
export const views = [
  { language: 'en', width: 1280 },
  { language: 'en', width: 375 },
  { language: 'zh-CN', width: 1280 },
  { language: 'zh-CN', width: 375 },
] as const satisfies readonly { readonly language: Language; readonly width: number }[];
export type View = (typeof views)[number];

/** A merchant in the Shopify admin, with the app open in its frame. */
export interface Merchant {
  readonly page: Page;
  /** The app's own document. */
  readonly app: Frame;
  readonly words: Words;
  row(suggestionId: string): Locator;
  button(name: string): Locator;
  /** Fails when the document is wider than the screen. */
  expectNoSidewaysScrolling(): Promise<void>;
  /** What axe finds that keeps people out: ids of the rules, with where. */
  barriers(): Promise<readonly string[]>;
  screenshot(name: string): Promise<void>;
  /** Everything that the browser complained of since the page was opened. */
  complaints(): readonly string[];
  leave(): Promise<void>;
}

let browser: Promise<Browser> | null = null;

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = null;
}

/** Opens the app in the admin at one of its paths. */
export async function openApp(stage: Stage, view: View, path = '/app'): Promise<Merchant> {
  browser ??= openBrowser();
  const context = await (
    await browser
  ).newContext({ viewport: { width: view.width, height: 800 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(stage.simulator.adminUrl(shopDomain, { locale: view.language, path }));
  const element = await page.waitForSelector('#app-frame', { state: 'attached' });
  const app = await element.contentFrame();
  if (!app) throw new Error('the admin frames no app');
  await app.waitForSelector('main h1, h1');
  // Rendered by the server, and then alive.
  await app.waitForFunction(() => document.readyState === 'complete');
  await page.waitForLoadState('networkidle');
  return {
    page,
    app,
    words: wordsIn(view.language),
    row: (suggestionId) => app.locator(`tr[data-suggestion="${suggestionId}"]`),
    button: (name) => app.getByRole('button', { name, exact: true }),
    async expectNoSidewaysScrolling() {
      const { scroll, client } = await app.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        client: document.documentElement.clientWidth,
      }));
      if (scroll > client) throw new Error(`the page is ${scroll} px wide on ${client}`);
    },
    async barriers() {
      await app.evaluate(axeCore.source);
      return app.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: typeof axeCore };
        const { violations } = await axe.run(document, { resultTypes: ['violations'] });
        return violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
          );
      });
    },
    async screenshot(name) {
      mkdirSync('tests/e2e/screenshots', { recursive: true });
      const file = `tests/e2e/screenshots/${name}-${view.language}-${view.width}.png`;
      await page.screenshot({ path: file });
    },
    complaints: () => [...complaints],
    leave: () => context.close(),
  };
}
