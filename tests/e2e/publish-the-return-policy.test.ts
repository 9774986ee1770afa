import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { auditWords } from '#app/ui/audit-words.ts';
import { inAdmin, startAdminScene, ways, type AdminScene } from '#tests/support/admin-page.ts';
import { findBarriers } from '#tests/support/find-barriers.ts';
import { daysBefore } from '#tests/support/rest-order.ts';
import { shopDomain, waitUntil } from '#tests/support/stage.ts';

const scope = 'write_legal_policies';
const path = '/app/settings/return-policy';
let scene: AdminScene;

beforeAll(async () => {
  scene = await startAdminScene();
});
afterAll(async () => {
  await scene.close();
});
beforeEach(async () => {
  const { stage } = scene;
  stage.simulator.api.grantScopes(shopDomain, [], [scope]);
  stage.simulator.api.writePolicy(
    shopDomain,
    'REFUND_POLICY',
    '<h2>Ours of old</h2><p>All sales are final.<br>Ask &amp; see.</p><script>alert(1)</script>',
  );
  await stage.query('delete from order_record');
  await setReturns({});
  await sell('DE');
});

async function setReturns(returns: object): Promise<void> {
  const sql = 'update shop set policy = $1, policy_version = policy_version + 1';
  await scene.stage.query(sql, [{ returns }]);
}

async function sell(country: string): Promise<void> {
  await scene.stage.query(
    `insert into order_record (shop, order_id, name, facts, assessment, read_at)
     values ($1, gen_random_uuid(), '#1', $2, '{}', now())`,
    [shopDomain, { destinationCountry: country, createdAt: daysBefore(9), test: false }],
  );
}

const standing = () => scene.stage.simulator.api.policy(shopDomain, 'REFUND_POLICY') ?? '';

describe.each(ways)('in $language at $width', (way) => {
  test('the way leads from the settings to the text, which is read and copied in a language', async () => {
    await sell('JP');
    await inAdmin(
      scene,
      { ...way, path: '/app/settings/policy/returns' },
      async ({ page, app, words, look }) => {
        const { t } = words;
        await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
        await app.getByRole('link', { name: t('return-policy.open') }).click();
        await app.getByRole('heading', { level: 1, name: t('return-policy.title') }).waitFor();
        await app.getByText(t('return-policy.agrees')).waitFor();
        await app.getByText(t('law-conflict.law-not-known.what')).waitFor();
        expect(await findBarriers(app)).toEqual([]);
        await look('return-policy');

        const text = app.locator('article');
        expect(await text.getAttribute('lang')).toBe(way.language);
        const language = app.getByRole('combobox', { name: t('return-policy.language') });
        await language.selectOption('pt-BR');
        await text.getByRole('heading', { name: 'Seu reembolso' }).waitFor();
        expect(await text.getAttribute('lang')).toBe('pt-BR');
        await app.getByRole('button', { name: t('return-policy.copy') }).click();
        await page.getByText(t('inquiry.copied')).waitFor();
        const copied = await page.evaluate(() => navigator.clipboard.readText());
        expect(copied).toContain('Trocas, devoluções e reembolsos\n\nPrazo de devolução\n• ');
        expect(await findBarriers(app)).toEqual([]);
      },
    );
  });

  test('it replaces the refund policy once access is granted and what would be lost was seen', async () => {
    await inAdmin(scene, { ...way, path }, async ({ page, app, words, look }) => {
      const { t } = words;
      const answers = ['dismiss', 'accept'] as const;
      let asked = 0;
      page.on('dialog', (dialog) => {
        const answer = answers[asked++] ?? 'dismiss';
        void dialog[answer]();
      });
      await app.getByRole('combobox', { name: t('return-policy.language') }).selectOption('fr');
      await app.getByRole('button', { name: t('return-policy.publish') }).click();
      const sure = app.getByRole('dialog');
      await sure.getByText(t('return-policy.outcome.no-access')).waitFor();
      await look('return-policy-access');
      const grant = sure.getByRole('button', { name: t('return-policy.grant'), exact: true });
      await grant.click();
      await sure.getByText(t('return-policy.outcome.declined')).waitFor();
      await grant.click();

      await sure.getByText('All sales are final.').waitFor();
      const shown = await sure.innerText();
      expect(shown).toContain('Ask & see.');
      expect(shown).not.toContain('alert');
      expect(await findBarriers(app)).toEqual([]);
      await look('return-policy-replace');
      // Leaving it as it is does nothing.
      await sure.getByRole('button', { name: t('return-policy.keep') }).click();
      await sure.waitFor({ state: 'detached' });
      expect(standing()).toContain('All sales are final.');

      await app.getByRole('button', { name: t('return-policy.publish') }).click();
      await sure.getByRole('button', { name: t('return-policy.replace'), exact: true }).click();
      await page.getByText(t('return-policy.outcome.published')).waitFor();
      expect(standing()).toContain('<h2>Délai de retour</h2>');
      expect(asked).toBe(2);
    });
    await inAdmin(scene, { ...way, path: '/app/activity' }, async ({ app, words }) => {
      const event = { kind: 'policy-published', params: { language: 'fr' } } as const;
      await app.getByText(auditWords(event, words)).first().waitFor();
    });
  });

  test('a conflict with the law is shown with what to change, and has to be agreed to', async () => {
    scene.stage.simulator.api.grantScopes(shopDomain, [scope]);
    await setReturns({ windowDays: 9, restockingFeePercent: 10, finalSaleSkus: ['SALE-*'] });
    await inAdmin(scene, { ...way, path }, async ({ page, app, words, look, cardOf }) => {
      const { t } = words;
      const law = cardOf(t('return-policy.law'));
      await law.getByText(t('law-conflict.window-too-short.what', { own: 9, law: 14 })).waitFor();
      await law.getByText(t('law-conflict.window-too-short.change', { law: 14 })).waitFor();
      await law.getByText(t('law-conflict.fee-not-owed.what', { own: 10 })).waitFor();
      expect(await findBarriers(app)).toEqual([]);
      await look('return-policy-conflicts');

      await app.getByRole('button', { name: t('return-policy.publish') }).click();
      const sure = app.getByRole('dialog');
      const replace = sure.getByRole('button', { name: t('return-policy.replace'), exact: true });
      const agree = sure.getByRole('checkbox', { name: t('return-policy.agree') });
      await agree.waitFor();
      expect(await replace.isDisabled()).toBe(true);
      await look('return-policy-agree');
      await agree.check();
      // Somebody else is faster.
      scene.stage.simulator.api.writePolicy(shopDomain, 'REFUND_POLICY', '<p>Theirs</p>');
      await replace.click();
      await sure.getByText(t('return-policy.outcome.stale')).waitFor();
      await sure.getByText('Theirs').waitFor();
      expect(standing()).toBe('<p>Theirs</p>');

      await agree.check();
      await replace.click();
      await page.getByText(t('return-policy.outcome.published')).waitFor();
      await waitUntil(() => standing().includes('<h2>'), 'the policy to be written');
    });
  });
});

test('at 320 pixels nothing has to be scrolled sideways', async () => {
  scene.stage.simulator.api.grantScopes(shopDomain, [scope]);
  await setReturns({ windowDays: 9 });
  await inAdmin(scene, { language: 'en', width: 320, path }, async ({ app, words, look }) => {
    const { t } = words;
    await app.getByRole('combobox', { name: t('return-policy.language') }).selectOption('de');
    await app.getByRole('heading', { name: 'Rückgabefrist' }).waitFor();
    await look('return-policy-narrow');
    await app.getByRole('button', { name: t('return-policy.publish') }).click();
    await app.getByRole('checkbox', { name: t('return-policy.agree') }).waitFor();
    await look('return-policy-narrow-agree');
  });
});
