import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inAdmin, startAdminScene, ways, type AdminScene } from '#tests/support/admin-page.ts';
import { findBarriers } from '#tests/support/find-barriers.ts';
import { saveBarOf } from '#tests/support/save-bar.ts';
import { shopDomain, waitUntil } from '#tests/support/stage.ts';

let scene: AdminScene;

beforeAll(async () => {
  scene = await startAdminScene({
    environment: { SECOND_READER_URL: 'http://127.0.0.1:1/v1', SECOND_READER_MODEL: 'small' },
  });
});
afterAll(async () => {
  await scene.close();
});

describe.each(ways)('in $language at $width', (way) => {
  test('texts are sent once it is allowed, and what was learnt is forgotten on demand', async () => {
    const { stage } = scene;
    await stage.query('update shop set policy = null, policy_version = 0');
    await stage.query('delete from reading_label');
    await stage.query(
      `insert into reading_label
       select $1, gen_random_uuid(), 'gid://shopify/Order/1', 'damaged', 'own', 90,
         case when n <= 25 then 'accepted' when n <= 40 then 'wrong' else 'dismissed' end, now()
       from generate_series(1, 43) as n`,
      [shopDomain],
    );
    await inAdmin(scene, { ...way, path: '/app/settings' }, async ({ page, app, words, look }) => {
      const { t } = words;
      const { bar, save, gone } = saveBarOf(page);
      const sectionOf = (name: string) => app.getByRole('group', { name, exact: true });
      await app.getByRole('heading', { level: 1, name: t('settings.title') }).waitFor();
      expect(await findBarriers(app)).toEqual([]);
      await look('settings');

      const reader = sectionOf(t('settings.second-reader.title'));
      expect(await bar.isVisible()).toBe(false);
      await reader.getByRole('checkbox').check();
      const perDay = reader.getByRole('textbox', {
        name: t('policy.reading.secondReaderPerDay.label'),
      });
      await perDay.fill('a lot');
      await save.click();
      await app.getByText(t('settings.invalid')).waitFor();
      await reader.getByText(t('policy-problem.not-whole')).waitFor();
      // Nothing that was typed is lost.
      expect(await perDay.inputValue()).toBe('a lot');
      expect(await reader.getByRole('checkbox').isChecked()).toBe(true);
      await perDay.fill('50');
      await save.click();
      await waitUntil(async () => {
        const [shop] = await stage.query<{ policy: unknown }>('select policy from shop');
        return JSON.stringify(shop?.policy).includes('"secondReaderPerDay":50');
      }, 'it to be saved');
      await gone();

      const learnt = sectionOf(t('settings.learnt.title'));
      const said = (await learnt.innerText()).replaceAll(/\s+/g, ' ');
      for (const [name, count] of [
        ['accepted', 25],
        ['wrong', 15],
        ['dismissed', 3],
      ] as const) {
        expect(said).toContain(`${t(`settings.learnt.${name}`)} ${count}`);
      }
      await learnt.getByRole('button', { name: t('settings.learnt.forget') }).click();
      const sure = app.getByRole('dialog');
      await sure.getByText(t('settings.learnt.forget-text')).waitFor();
      await sure.getByRole('button', { name: t('settings.learnt.forget') }).click();
      await learnt.getByText(t('settings.learnt.none')).waitFor();
    });
  });

  test('a reason may be paid without a click once people decided the same often enough', async () => {
    const { stage } = scene;
    await stage.query('update shop set policy = null, policy_version = 0');
    await stage.query('delete from automatic_verdict');
    await stage.query('delete from suggestion');
    await stage.query(
      `with made as (
         insert into suggestion (id, shop, order_id, order_name, state, scenario, ground, amount, currency, probability,
           responsible, claim, recommendation, opened_at, updated_at, decided_by)
         select gen_random_uuid(), $1, 'gid://shopify/Order/' || n, '#' || n, 'refunded', 'logistics',
           case when n <= 22 then 'lost' else 'late-arrival' end, 45, 'USD', 0.99, 'carrier', '{}', '{}', now(), now(), 'staff:1'
         from generate_series(1, 25) n
         returning shop, id, ground, amount, currency)
       insert into automatic_verdict select *, now() from made`,
      [shopDomain],
    );
    await inAdmin(scene, { ...way, path: '/app/settings' }, async ({ page, app, words, look }) => {
      const { t } = words;
      const { save, gone } = saveBarOf(page);
      const sectionOf = (name: string) => app.getByRole('group', { name, exact: true });
      const card = sectionOf(t('settings.automatic.title'));
      const lost = card.getByRole('combobox', { name: t('ground.lost'), exact: true });
      const late = card.getByRole('combobox', { name: t('ground.late-arrival'), exact: true });
      await lost.waitFor();
      expect(await lost.inputValue()).toBe('shadow');
      expect(await late.locator('option[value=on]').isDisabled()).toBe(true);
      await lost.selectOption('on');
      await look('settings-automatic');
      await save.click();
      await waitUntil(async () => {
        const [shop] = await stage.query<{ policy: unknown }>('select policy from shop');
        return JSON.stringify(shop?.policy).includes('"lost":"on"');
      }, 'it to be saved');
      await gone();

      const limits = sectionOf(t('settings.automation.title'));
      await limits
        .getByRole('textbox', { name: t('policy.automation.perDay.label') })
        .fill('1000.00');
      await save.click();
      await waitUntil(async () => {
        const [shop] = await stage.query<{ policy: unknown }>('select policy from shop');
        return JSON.stringify(shop?.policy).includes('"perDay":"1000.00"');
      }, 'the limits to be saved');
    });
  });
});
