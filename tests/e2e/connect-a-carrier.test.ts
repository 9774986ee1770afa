import { afterAll, beforeAll, expect, test } from 'vitest';
import { inAdmin, startAdminScene, ways, type AdminScene } from '#tests/support/admin-page.ts';
import { findBarriers } from '#tests/support/find-barriers.ts';
import {
  startTrackingServices,
  type TrackingServiceServer,
} from '#tests/support/tracking-service-server.ts';

let scene: AdminScene;
let services: TrackingServiceServer;

beforeAll(async () => {
  services = await startTrackingServices();
  scene = await startAdminScene({ environment: services.environment });
});
afterAll(async () => {
  await scene.close();
  await services.close();
});

test.each(ways)(
  'a service is connected, its secrets are shown no more, and it is let go: $language at $width',
  async (way) => {
    const path = '/app/settings/connections';
    await scene.stage.query('delete from carrier_connection');
    await scene.stage.query('delete from carrier_refusal');
    await inAdmin(scene, { ...way, path }, async ({ app, words: { t }, look }) => {
      const section = app.getByRole('group', { name: t('tracking-service.aftership') });
      await section.getByText(t('carriers.off')).waitFor();
      await look('carriers-off');
      await section.getByRole('button', { name: t('carriers.connect') }).click();
      await section.getByText(t('carriers.outcome.key-missing')).waitFor();
      await section.getByLabel(t('carriers.api-key')).fill('K-secret');
      await section.getByLabel(t('carriers.webhook-secret')).fill('S-secret');
      await section.getByLabel(t('carriers.calls-per-day')).fill('250');
      await section.getByRole('button', { name: t('carriers.connect') }).click();
      await section.getByText(t('carriers.outcome.connected')).waitFor();
      expect(await section.getByLabel(t('carriers.api-key')).inputValue()).toBe('');
      const address = await section.getByLabel(t('carriers.webhook-url')).inputValue();
      expect(await refusedAt(new URL(address).pathname)).toBe(401);
      expect(await findBarriers(app)).toEqual([]);
    });
    await scene.stage.query(
      `update carrier_connection set heard_at = now(), problem = 'throttled', problem_at = now()`,
    );
    await refusalsAreKept();
    await inAdmin(scene, { ...way, path }, async ({ app, words: { t }, look }) => {
      const section = app.getByRole('group', { name: t('tracking-service.aftership') });
      await section.getByText(t('carriers.refused.wrong-signature')).waitFor();
      await section.getByText(t('carriers.problem.throttled'), { exact: false }).waitFor();
      expect(await app.locator('body').innerHTML()).not.toMatch(/[KS]-secret/);
      expect(await findBarriers(app)).toEqual([]);
      await look('carriers-connected');
      await section.getByRole('button', { name: t('carriers.disconnect') }).click();
      await section.getByText(t('carriers.outcome.disconnected')).waitFor();
      await section.getByText(t('carriers.off')).waitFor();
    });
  },
);

test.each(ways)('the digest is off, and refuses other places: $language at $width', async (way) => {
  const path = '/app/settings/connections';
  await scene.stage.query('delete from digest_setting');
  await inAdmin(scene, { ...way, path }, async ({ app, words: { t }, look }) => {
    const section = app.getByRole('group', { name: t('digest.title') });
    const chat = section.getByLabel(t('digest.chat'));
    // No mail server is set up here.
    await section.getByText(t('digest.outcome.no-mail-server')).waitFor();
    await chat.fill('https://example.com/hook');
    await section.getByRole('button', { name: t('settings.save') }).click();
    await section.getByText(t('digest.outcome.chat-not-allowed')).waitFor();
    await chat.fill('https://hooks.slack.com/services/T/B/x');
    await section.getByRole('button', { name: t('settings.save') }).click();
    await section.getByText(t('settings.saved')).waitFor();
    expect(await chat.inputValue()).toBe('');
    await section.getByText(t('digest.chat-kept')).waitFor();
    await look('digest-on');
    await section.getByRole('button', { name: t('digest.turn-off') }).click();
    await section.getByText(t('digest.outcome.off')).waitFor();
  });
});

/** What the door answers to something that is not signed. */
async function refusedAt(path: string): Promise<number> {
  const response = await fetch(`${scene.stage.app.origin}${path}`, { method: 'POST', body: '{}' });
  return response.status;
}

/** Refusals are written down every few seconds. */
async function refusalsAreKept(): Promise<void> {
  await expect
    .poll(() => scene.stage.query('select 1 from carrier_refusal'), { timeout: 60_000 })
    .toHaveLength(1);
}
