import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settingsParts, type SettingsPart } from '#app/domain/policy/policy-parts.ts';
import { settingsPath } from '#app/ui/settings-url.ts';
import type { Words } from '#app/ui/words.ts';
import { inAdmin, startAdminScene, ways, type AdminScene } from '#tests/support/admin-page.ts';
import { stateIs, suggested } from '#tests/support/decide.ts';
import { findBarriers } from '#tests/support/find-barriers.ts';
import { lateDispatchOrder } from '#tests/support/rest-order.ts';
import { saveBarOf } from '#tests/support/save-bar.ts';
import { waitUntil, type Stage } from '#tests/support/stage.ts';

let scene: AdminScene;

beforeAll(async () => {
  scene = await startAdminScene();
});
afterAll(async () => {
  await scene.close();
});

async function startOver(stage: Stage): Promise<void> {
  await stage.query('update shop set policy = null, policy_version = 0');
  await stage.query('delete from suggestion');
  await stage.query('delete from order_record');
}

async function ownPolicy(stage: Stage): Promise<Record<string, unknown>> {
  const [shop] = await stage.query<{ policy: Record<string, unknown> | null }>(
    'select policy from shop',
  );
  return shop?.policy ?? {};
}

async function openPart(app: Frame, { t }: Words, part: SettingsPart): Promise<void> {
  const tabs = app.getByRole('navigation', { name: t('settings.parts') });
  await tabs.getByRole('link', { name: t(`settings.part.${part}`), exact: true }).click();
  await tabs.locator('[aria-current=page]', { hasText: t(`settings.part.${part}`) }).waitFor();
}

describe.each(ways)('in $language at $width', (way) => {
  test.each(settingsParts)('the page of %s can be read by everybody', async (part) => {
    await startOver(scene.stage);
    await inAdmin(scene, { ...way, path: settingsPath(part) }, async ({ page, app, look }) => {
      expect(await findBarriers(app)).toEqual([]);
      await look(`settings-${part}`);
      await page.setViewportSize({ width: 320, height: 900 });
      expect(await app.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    });
  });

  test('a merchant sees what a threshold would change, and saves it', async () => {
    const { stage } = scene;
    await startOver(stage);
    const late = await suggested(stage, lateDispatchOrder());
    await suggested(stage, lateDispatchOrder());
    await inAdmin(
      scene,
      { ...way, path: settingsPath('reasons') },
      async ({ page, app, words: { t }, look }) => {
        const { bar, save, discard, gone } = saveBarOf(page);
        const field = app.getByRole('textbox', {
          name: t('policy.grounds.late-dispatch.shipWithinDays.label'),
        });
        await field.fill('31');
        await bar.waitFor();
        const changes = t('settings.preview.change.withdrawn', { count: 2 });
        await app.getByText(t('settings.preview.changes', { changes })).waitFor();
        expect(await findBarriers(app)).toEqual([]);
        await look('settings-preview');

        await field.fill('7');
        await gone();
        await field.fill('soon');
        await app.getByText(t('policy-problem.not-whole')).waitFor();
        await app.getByText(t('settings.preview.invalid')).waitFor();
        await app.getByRole('textbox').first().focus();
        await save.click();
        await app.getByText(t('settings.invalid')).waitFor();
        // Whoever pressed the admin's button is led to the field.
        await waitUntil(() => field.evaluate((it) => it === document.activeElement), 'the field');
        await look('settings-problem');
        await discard.click();
        await gone();
        expect(await field.inputValue()).toBe('7');
        expect(await app.getByText(t('policy-problem.not-whole')).count()).toBe(0);

        // Typed and saved by the keyboard alone.
        await field.focus();
        await page.keyboard.press('ControlOrMeta+A');
        await page.keyboard.type('31');
        await bar.waitFor();
        await save.focus();
        await page.keyboard.press('Enter');
        await gone();
        expect(await field.inputValue()).toBe('31');
        expect(await ownPolicy(stage)).toEqual({
          grounds: { 'late-dispatch': { shipWithinDays: 31 } },
        });
      },
    );
    await stateIs(stage, late.id, 'withdrawn');
  });

  test('rules and lists are typed, and nobody leaves them by mistake', async () => {
    const { stage } = scene;
    await startOver(stage);
    await inAdmin(
      scene,
      { ...way, path: settingsPath('parcels') },
      async ({ page, app, words, look }) => {
        const { t } = words;
        const { bar, save, gone } = saveBarOf(page);
        const add = app.getByRole('button', { name: t('settings.rules.add') });
        await add.click();
        await add.click();
        const ruleAt = (number: number) =>
          app.getByRole('group', { name: t('settings.rules.rule', { number }), exact: true });
        const fieldIn = (number: number, name: string) =>
          ruleAt(number).getByRole('textbox', { name: t(`settings.rules.${name}`), exact: true });
        await fieldIn(1, 'origin').fill('china');
        await ruleAt(1).getByText(t('policy-problem.not-a-country')).waitFor();
        await fieldIn(1, 'origin').fill('cn');
        await fieldIn(1, 'lostDays').fill('50');
        await fieldIn(2, 'carrier').fill('DHL');
        await fieldIn(2, 'silentDays').fill('12');
        expect(await findBarriers(app)).toEqual([]);
        await look('settings-rules');
        await app
          .getByRole('button', { name: t('settings.rules.move-up-of', { number: 2 }) })
          .click();
        expect(await fieldIn(1, 'carrier').inputValue()).toBe('DHL');

        const asked: string[] = [];
        let mayLeave = false;
        page.on('dialog', (dialog) => {
          asked.push(dialog.message());
          void (mayLeave ? dialog.accept() : dialog.dismiss());
        });
        const returns = app.getByRole('link', { name: t('settings.part.returns'), exact: true });
        await returns.click();
        await waitUntil(() => asked.length === 1, 'the question');
        expect(await fieldIn(2, 'lostDays').inputValue()).toBe('50');
        expect(page.url()).toContain(settingsPath('parcels'));

        await save.click();
        await gone();
        const empty = {
          ...{ origin: null, destination: null, carrier: null, service: null },
          ...{ neverScannedDays: null, silentDays: null, lostDays: null },
        };
        expect(await ownPolicy(stage)).toEqual({
          lanes: {
            rules: [
              { ...empty, carrier: 'DHL', silentDays: 12 },
              { ...empty, origin: 'CN', lostDays: 50 },
            ],
          },
        });
        await ruleAt(2)
          .getByRole('button', { name: t('settings.rules.remove-of', { number: 2 }) })
          .click();
        expect(await add.evaluate((it) => it === document.activeElement)).toBe(true);
        await save.click();
        await gone();

        await openPart(app, words, 'returns');
        const skus = app.getByRole('textbox', { name: t('policy.returns.finalSaleSkus.label') });
        await skus.fill('SALE-*\n\n MUG-1 \n');
        await save.click();
        await gone();
        expect(await ownPolicy(stage)).toMatchObject({
          lanes: { rules: [{ carrier: 'DHL' }] },
          returns: { finalSaleSkus: ['SALE-*', 'MUG-1'] },
        });
        await skus.fill('OTHER');
        await bar.waitFor();
        mayLeave = true;
        await openPart(app, words, 'costs');
        await gone();
        expect(asked).toHaveLength(2);
        await openPart(app, words, 'returns');
        expect(await skus.inputValue()).toBe('SALE-*\nMUG-1');
      },
    );
  });

  test('what somebody else changed meanwhile is shown, and what was typed stays', async () => {
    const { stage } = scene;
    await startOver(stage);
    await inAdmin(
      scene,
      { ...way, path: settingsPath('costs') },
      async ({ page, app, words: { t } }) => {
        const { save, gone } = saveBarOf(page);
        const ticket = app.getByRole('textbox', { name: t('policy.costs.ticket.label') });
        const fee = app.getByRole('textbox', { name: t('policy.costs.disputeFee.label') });
        await ticket.fill('7.50');
        await stage.query(
          `update shop set policy = '{"costs": {"disputeFee": "20"}}', policy_version = 1`,
        );
        await save.click();
        await app.getByText(t('settings.stale')).waitFor();
        await waitUntil(async () => (await fee.inputValue()) === '20', 'their change');
        expect(await ticket.inputValue()).toBe('7.50');
        await save.click();
        await gone();
        expect(await ownPolicy(stage)).toEqual({ costs: { disputeFee: '20', ticket: '7.50' } });
      },
    );
  });
});
