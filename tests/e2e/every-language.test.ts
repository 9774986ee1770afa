import { afterAll, beforeAll, expect, test } from 'vitest';
import { languages } from '#app/locales/load-words.ts';
import { inAdmin, startAdminScene, type AdminScene } from '#tests/support/admin-page.ts';
import { queuePathOf, suggested } from '#tests/support/decide.ts';
import { findBarriers } from '#tests/support/find-barriers.ts';
import { lateDispatchOrder } from '#tests/support/rest-order.ts';

const order = '#1042';
let scene: AdminScene;
let path: string;

beforeAll(async () => {
  scene = await startAdminScene();
  path = queuePathOf(await suggested(scene.stage, lateDispatchOrder({ name: order })));
});
afterAll(async () => {
  await scene.close();
});

/** English and Chinese are what every other test speaks. */
test.each(languages.filter((language) => language !== 'en' && language !== 'zh-CN'))(
  'the queue and a suggestion are read in %s, on a phone',
  async (language) => {
    await inAdmin(scene, { language, width: 375, path }, async (admin) => {
      const { app, words, rowOf, look } = admin;
      expect(await app.locator('html').getAttribute('lang')).toBe(language);
      await app.getByRole('heading', { name: words.t('queue.title') }).waitFor();
      await rowOf(order).waitFor();
      expect(await findBarriers(app)).toEqual([]);
      await look('queue-read');
      await rowOf(order).getByRole('link', { name: order, exact: true }).click();
      await app.getByRole('heading', { level: 1, name: order }).waitFor();
      await look('suggestion-read');
    });
  },
);
