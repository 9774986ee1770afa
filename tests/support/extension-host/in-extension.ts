import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { inBrowser, type AdminScene } from '#tests/support/admin-page.ts';
import { shopDomain } from '#tests/support/stage.ts';
import { buildExtension } from '../../../scripts/extensions/build-extension.ts';
import type { Words } from './messages.ts';

const folder = 'tests/support/extension-host';
/** Where Shopify runs extensions: another origin than the app's. */
const origin = 'https://extensions.shopifycdn.com';

export interface ExtensionVisit {
  /** `order-block`, `order-action`. */
  readonly extension: string;
  /** Of its modules; the one of its own name when absent. */
  readonly module?: string;
  readonly target: string;
  readonly orderId: string;
  readonly language: 'en' | 'zh-CN';
  readonly shop?: string;
  /** Who uses it; a member of the shop's staff when absent. */
  readonly token?: () => string;
}

export interface ExtensionPage {
  readonly page: Page;
  /** Where the extension led: what the admin would have opened. */
  readonly ways: readonly string[];
}

/** Runs the built file of an extension in a worker of a real browser, before the running app; fails when the browser complained. */
export async function inExtension(
  { stage, browser }: AdminScene,
  visited: ExtensionVisit,
  visit: (page: ExtensionPage) => Promise<void>,
): Promise<void> {
  const { extension, module = extension, target, orderId, language, shop = shopDomain } = visited;
  const { appUrl } = stage.simulator;
  const { token = () => stage.simulator.api.sessionToken(shop) } = visited;
  const file = language === 'en' ? 'en.default' : language;
  const words = JSON.parse(
    readFileSync(`extensions/${extension}/locales/${file}.json`, 'utf8'),
  ) as Words;
  const files: Readonly<Record<string, string>> = {
    '/host.js': await buildExtension(`${folder}/host-page.ts`),
    '/worker.js': await buildExtension(`${folder}/extension-worker.ts`),
    '/extension.js': await buildExtension(`extensions/${extension}/src/${module}.tsx`, appUrl),
  };
  await inBrowser(browser, { language, width: 1280 }, async (page) => {
    const ways: string[] = [];
    await page.context().route(`${origin}/**`, async (route) => {
      const { pathname } = new URL(route.request().url());
      const body = files[pathname];
      await route.fulfill(
        body === undefined
          ? { contentType: 'text/html', body: document(language) }
          : { contentType: 'text/javascript', body },
      );
    });
    await page.exposeFunction('idToken', token);
    await page.exposeFunction('navigated', (url: string) => {
      ways.push(url);
    });
    await page.exposeFunction('wasClosed', () => {
      ways.push('closed');
    });
    const start = { script: `${origin}/extension.js`, target, orderId, language, words };
    await page.addInitScript(
      (given) => {
        Object.assign(window, { extensionStart: given });
      },
      { ...start, appUrl },
    );
    await page.goto(`${origin}/`);
    await visit({ page, ways });
  });
}

function document(language: string): string {
  return `<!doctype html><html lang="${language}"><title>Extension</title><link rel="icon" href="data:,"><main></main><script type="module" src="/host.js"></script></html>`;
}
