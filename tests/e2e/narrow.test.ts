import { afterAll, beforeAll, expect, test } from 'vitest';
import { policyPartOf, settingsParts } from '#app/domain/policy/policy-parts.ts';
import type { Language } from '#app/locales/load-words.ts';
import { settingsPath } from '#app/ui/settings-url.ts';
import { inAdmin, inBrowser } from '#tests/support/admin-page.ts';
import { findBarriers } from '#tests/support/find-barriers.ts';
import { startLivelyScene, type LivelyScene } from '#tests/support/lively-scene.ts';
import { pageRoutes } from '#tests/support/page-routes.ts';
import { wordsIn } from '#tests/support/words.ts';

/** CSS pixels: the narrowest that WCAG wants read without scrolling sideways (1.4.10). */
const width = 320;
/** Chinese has short words without spaces, German has the longest. */
const languages: readonly Language[] = ['en', 'zh-CN', 'de'];

/** Every page by its route: where it is opened, by a name for its picture. */
const visits: Readonly<Record<string, (scene: LivelyScene) => Readonly<Record<string, string>>>> = {
  '/app': () => ({
    queue: '/app',
    'queue-waiting': '/app?tab=waiting',
    'queue-done': '/app?tab=done',
  }),
  '/app/overview': () => ({ overview: '/app/overview' }),
  '/app/suggestions/:id': (lively) => ({
    'suggestion-open': suggestionPath(lively, 'open'),
    'suggestion-refunded': suggestionPath(lively, 'refunded'),
  }),
  '/app/bulk': () => ({ bulk: '/app/bulk?tab=waiting' }),
  '/app/bulk/:id': ({ bulkId }) => ({ 'bulk-done': `/app/bulk/${bulkId}` }),
  '/app/back-test': () => ({ 'back-test': '/app/back-test' }),
  '/app/activity': () => ({ activity: '/app/activity' }),
  '/app/deliveries': () => ({ deliveries: '/app/deliveries' }),
  '/app/health': () => ({ health: '/app/health' }),
  '/app/settings': () => ({ settings: '/app/settings' }),
  '/app/settings/return-policy': () => ({ 'return-policy': '/app/settings/return-policy' }),
  '/app/settings/messages': () => ({ 'settings-messages': settingsPath('messages') }),
  '/app/settings/connections': () => ({ 'settings-connections': settingsPath('connections') }),
  '/app/settings/policy/:part': () =>
    Object.fromEntries(
      settingsParts
        .filter((part) => policyPartOf(part) !== null)
        .map((part) => [`settings-${part}`, settingsPath(part)]),
    ),
};
/** Those that are no page of the admin. */
const outside = ['/'];

let scene: LivelyScene;

beforeAll(async () => {
  scene = await startLivelyScene();
});
afterAll(async () => {
  await scene.close();
});

test('every page is visited here', () => {
  expect([...Object.keys(visits), ...outside].sort()).toEqual(pageRoutes());
});

test.each(languages)(
  'no page is wider than a narrow phone: %s',
  async (language) => {
    const { shop } = scene;
    const found: string[] = [];
    await inAdmin(scene, { shop, language, width }, async ({ open }) => {
      for (const [name, path] of Object.values(visits).flatMap((of) => Object.entries(of(scene)))) {
        const { app, look } = await open(path);
        const wanted = await app.evaluate(() => document.documentElement.scrollWidth);
        if (wanted > width) found.push(`${path} is ${wanted} pixels wide`);
        else if (language === 'de') await look(`narrow-${name}`);
        // What shuts somebody out does so in each language.
        if (language !== 'en') continue;
        for (const barrier of await findBarriers(app)) found.push(`${path}: ${barrier}`);
      }
    });
    expect(found).toEqual([]);
  },
  300_000,
);

test('whatever a lively shop tells of a suggestion has words', async () => {
  const { stage, shop, suggestions } = scene;
  const { t } = wordsIn('en');
  const codes = /Unknown \([\w-]+\)/g;
  expect(t('unknown-code', { code: 'new' })).toMatch(codes);
  for (const { id, ground } of suggestions) {
    const page = await (await stage.fetch(`/app/suggestions/${id}`, {}, shop)).text();
    expect(page).toContain(t('evidence-card.title'));
    expect({ ground, unknown: page.match(codes) }).toEqual({ ground, unknown: null });
  }
});

test('what is seen outside of the admin is no wider either', async () => {
  const { stage, browser } = scene;
  await inBrowser(browser, { language: 'en', width }, async (page) => {
    await page.goto(stage.simulator.appUrl);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(await findBarriers(page.mainFrame())).toEqual([]);
  });
});

function suggestionPath({ suggestions }: LivelyScene, state: string): string {
  const found = suggestions.find((one) => one.state === state);
  if (!found) throw new Error(`no suggestion is ${state}`);
  return `/app/suggestions/${found.id}`;
}
