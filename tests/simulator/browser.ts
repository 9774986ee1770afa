import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import type { Simulator } from './simulator.ts';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Not the one of headless Chromium, which the app takes for a robot and refuses. */
const userAgent =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

/** A real Chromium with a merchant's user agent: CHROMIUM_PATH, the system's, or Playwright's own. */
export async function openBrowser(): Promise<Browser> {
  const executablePath =
    process.env['CHROMIUM_PATH'] ?? installed.find((path) => existsSync(path)) ?? null;
  return chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    // Where no character set is named, Chromium gives up on the Chinese names of files.
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    args: [
      // As root there is no sandbox to be had.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-agent=${userAgent}`,
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Replaces Playwright's own list, whose partitioning of storage makes sessionStorage throw in the app's frame;
      // and lets https://admin.shopify.com, where a test answers for it, frame an app on this machine.
      '--disable-features=LocalNetworkAccessChecks',
      // A throttled processor is to throttle the app's frame too.
      '--disable-site-isolation-trials',
    ],
  });
}

/** Answers for Shopify's own addresses, so that the app is framed by what its policy really allows. */
export async function answerForShopify(
  context: BrowserContext,
  simulator: Simulator,
): Promise<void> {
  const origins = {
    'https://admin.shopify.com': simulator.adminOrigin,
    'https://cdn.shopify.com': `${simulator.adminOrigin}/cdn`,
  };
  for (const [origin, answeredBy] of Object.entries(origins)) {
    await context.route(`${origin}/**`, async (route) => {
      const url = route.request().url().replace(origin, answeredBy);
      await route.fulfill({ response: await route.fetch({ url }) });
    });
  }
}
