import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBarriers } from '#tests/support/find-barriers.ts';
import { inAdmin, startAdminScene, ways, type AdminScene } from '#tests/support/admin-page.ts';

let scene: AdminScene;

beforeAll(async () => {
  scene = await startAdminScene();
});
afterAll(async () => {
  await scene.close();
});

test.each(ways)(
  'a token is made, shown once, used and replaced: $language at $width',
  async (way) => {
    const path = '/app/settings/connections';
    await scene.stage.query('delete from api_token');
    let first = '';
    await inAdmin(scene, { ...way, path }, async ({ app, words: { t }, look }) => {
      await app.getByText(t('connections.token.none')).waitFor();
      await look('connections-none');
      await app.getByRole('button', { name: t('connections.token.make') }).click();
      await app.getByText(t('connections.token.shown-once')).waitFor();
      first = await app.getByRole('textbox', { name: t('connections.token.label') }).inputValue();
      expect(await statusWith(first)).toBe(400);
      expect(await findBarriers(app)).toEqual([]);
      await look('connections-made');
    });
    await inAdmin(scene, { ...way, path }, async ({ app, words: { t }, look }) => {
      const makeNew = t('connections.token.make-new');
      await app.getByRole('button', { name: makeNew }).click();
      await app.getByRole('dialog').getByText(t('connections.token.sure-text')).waitFor();
      expect(await app.getByRole('textbox', { name: t('connections.token.label') }).count()).toBe(
        0,
      );
      await look('connections-sure');
      await app.getByRole('dialog').getByRole('button', { name: makeNew }).click();
      await app.getByText(t('connections.token.shown-once')).waitFor();
      expect(await statusWith(first)).toBe(401);
    });
  },
);

/** A body that is empty is refused after the token was taken. */
async function statusWith(token: string): Promise<number> {
  const response = await fetch(`${scene.stage.app.origin}/api/messages`, {
    ...{ method: 'POST', body: '{}', headers: { Authorization: `Bearer ${token}` } },
  });
  return response.status;
}
