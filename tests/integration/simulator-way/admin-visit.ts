import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import type { ShopSettings } from '#tests/simulator/api/shopify-api.ts';
import { openBrowser } from '#tests/simulator/browser.ts';
import type { Simulator } from '#tests/simulator/simulator.ts';
import { startSimulator } from '#tests/simulator/start-simulator.ts';
import { startPlainApp, type PlainApp } from './plain-app.ts';

export const demoShop: ShopSettings = {
  domain: 'demo.myshopify.com',
  currency: 'USD',
  country: 'US',
  timezone: 'America/New_York',
};

/** The simulator with the plain app in it, and a browser before it. */
export interface Visit {
  readonly simulator: Simulator;
  readonly app: PlainApp;
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

export async function startVisit(): Promise<Visit> {
  const simulator = await startSimulator({ shops: [demoShop] });
  const app = await startPlainApp(simulator.apiKey);
  simulator.connectApp(app.origin);
  const browser = await openBrowser();
  return {
    simulator,
    app,
    browser,
    async close() {
      await browser.close();
      await app.close();
      await simulator.close();
    },
  };
}

export interface OpenPage {
  readonly page: Page;
  readonly frame: FrameLocator;
  /** What the browser complained of: to be empty. */
  readonly complaints: readonly string[];
}

/** Opens an address in a page of its own; the app is there when this returns. */
export async function openApp(context: BrowserContext, url: string): Promise<OpenPage> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('requestfailed', (request) => {
    // What was still on its way when its document left is dropped, as it should be.
    if (request.failure()?.errorText === 'net::ERR_ABORTED') return;
    complaints.push(`failed: ${request.url()}`);
  });
  await page.goto(url);
  const frame = page.frameLocator('#app-frame');
  await frame.getByRole('heading', { name: 'Plain app' }).waitFor();
  return { page, frame, complaints };
}
