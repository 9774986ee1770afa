import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settingsPath } from '#app/ui/settings-url.ts';
import { wordingPath } from '#app/ui/wording-label.ts';
import type { Message } from '#app/domain/messages/message-kinds.ts';
import type { Words } from '#app/ui/words.ts';
import { inAdmin, startAdminScene, ways, type AdminScene } from '#tests/support/admin-page.ts';
import { findBarriers } from '#tests/support/find-barriers.ts';
import { silentParcel } from '#tests/support/refunds.ts';
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
}

async function wordsKept(stage: Stage): Promise<unknown> {
  const [shop] = await stage.query<{ messages: unknown }>(
    `select policy -> 'messages' as messages from shop`,
  );
  return shop?.messages;
}

/** The page of the messages, as a merchant finds his way in it. */
function messagesIn(app: Frame, { t }: Words) {
  const message = app.getByRole('combobox', { name: t('messages.message') });
  const language = app.getByRole('combobox', { name: t('messages.language') });
  const preview = app.getByRole('article', { name: t('messages.preview') });
  const fieldOf = (of: Message, inLanguage: string) =>
    app.locator(`[id="${wordingPath(of, inLanguage)}"]`);
  return {
    message,
    language,
    preview,
    fieldOf,
    ours: app.getByRole('button', { name: t('messages.use-ours') }),
    open: async (of: Message, inLanguage: string) => {
      await message.selectOption(of);
      await language.selectOption(inLanguage);
      const field = fieldOf(of, inLanguage);
      // Ours has to be fetched.
      await waitUntil(async () => (await field.inputValue()) !== '', 'the text');
      return field;
    },
  };
}

describe.each(ways)('in $language at $width', (way) => {
  test('a merchant rewords a message, sees how it reads, and it is sent so', async () => {
    const { stage } = scene;
    await startOver(stage);
    const { id } = await silentParcel(stage);
    const path = settingsPath('messages');
    await inAdmin(scene, { ...way, path }, async ({ page, app, words, look }) => {
      const { t, language: spoken } = words;
      const { bar, save, gone } = saveBarOf(page);
      const { open, preview, ours, message, language } = messagesIn(app, words);
      await open('buyer-question', 'de');
      expect(await preview.innerText()).toContain('Es kam beschädigt an');
      expect(await preview.getAttribute('lang')).toBe('de');
      expect(await ours.isDisabled()).toBe(true);
      expect(await findBarriers(app)).toEqual([]);
      await look('messages');

      const field = await open('carrier-where', spoken);
      const text = await field.inputValue();
      expect(text).toContain('{{number}}');
      expect(await preview.innerText()).toContain('1Z999AA10123456784');
      await field.fill('{{carrier}}: {{nubmer}}');
      await app
        .getByText(t('policy-problem.unknown-variable', { variable: '{{nubmer}}' }))
        .waitFor();
      await bar.waitFor();
      await field.fill('{{carrier}}?');
      await app
        .getByText(t('policy-problem.missing-variable', { variable: '{{number}}' }))
        .waitFor();
      await field.fill('{{carrier}} {{number');
      await app.getByText(t('policy-problem.broken-variable')).waitFor();
      expect(await findBarriers(app)).toEqual([]);
      await look('messages-problem');

      // Marked up, it is read as it was typed.
      await field.fill('<b>Parcel</b> {{number}}\n{{order}}');
      await app.getByText(t('settings.preview.beside')).waitFor();
      expect(await preview.innerText()).toBe('<b>Parcel</b> 1Z999AA10123456784\n#1001');
      const asked = await open('buyer-question', 'vi');
      await asked.fill('{{order}}\n{{choices}}');
      expect(await language.locator('option:checked').innerText()).toBe(
        t('messages.with-own', {
          name: new Intl.DisplayNames(spoken, { type: 'language' }).of('vi') ?? '',
        }),
      );
      await look('messages-reworded');
      await save.click();
      await gone();
      expect(await wordsKept(stage)).toEqual({
        [`carrier-where:${spoken}`]: '<b>Parcel</b> {{number}}\n{{order}}',
        'buyer-question:vi': '{{order}}\n{{choices}}',
      });
      expect(await message.locator('option:checked').innerText()).toBe(
        t('messages.with-own', { name: t('messages.name.buyer-question') }),
      );
    });
    await inAdmin(scene, { ...way, path: `/app/suggestions/${id}` }, async ({ cardOf, words }) => {
      const { t } = words;
      const sent = cardOf(t('inquiry.title')).getByRole('textbox', { name: t('inquiry.message') });
      await waitUntil(
        async () => (await sent.inputValue()).startsWith('<b>Parcel</b> 9400\n#'),
        'his own words',
      );
    });
    await inAdmin(scene, { ...way, path }, async ({ page, app, words }) => {
      const { save, gone } = saveBarOf(page);
      const { open, ours } = messagesIn(app, words);
      const field = await open('carrier-where', words.language);
      expect(await field.inputValue()).toContain('<b>Parcel</b>');
      await ours.click();
      await waitUntil(
        async () => (await field.inputValue()).includes('{{shipped}}'),
        'our text again',
      );
      await save.focus();
      await page.keyboard.press('Enter');
      await gone();
      expect(await ours.isDisabled()).toBe(true);
      expect(await wordsKept(stage)).toMatchObject({ [`carrier-where:${words.language}`]: null });

      // An emptied field is ours, and is typed into anew.
      const asked = await open('buyer-question', 'vi');
      await asked.fill('');
      expect(await asked.inputValue()).toBe('');
      await page.keyboard.type('{{choices}}');
      expect(await asked.inputValue()).toBe('{{choices}}');
    });
  });

  test('a save that fails leads to the message that is wrong', async () => {
    const { stage } = scene;
    await startOver(stage);
    const path = settingsPath('messages');
    await inAdmin(scene, { ...way, path }, async ({ page, app, words: { t }, words }) => {
      const { save } = saveBarOf(page);
      const { open, fieldOf } = messagesIn(app, words);
      await (await open('regret-keep', 'fr')).fill('{{order}}');
      await (await open('carrier-customs', 'ja')).fill('{{number}}');
      await save.click();
      const wrong = fieldOf('regret-keep', 'fr');
      await wrong.waitFor();
      await app
        .getByText(t('policy-problem.missing-variable', { variable: '{{amount}}' }))
        .waitFor();
      await waitUntil(() => wrong.evaluate((it) => it === document.activeElement), 'the field');
      expect(await wordsKept(stage)).toBeNull();
      expect(await wrong.inputValue()).toBe('{{order}}');
    });
  });

  test('the page can be read on the smallest phone', async () => {
    await startOver(scene.stage);
    const path = settingsPath('messages');
    await inAdmin(scene, { ...way, path }, async ({ page, app, words }) => {
      const field = await messagesIn(app, words).open('buyer-question', 'ar');
      await field.fill(`{{choices}} ${'x'.repeat(300)}`);
      await page.setViewportSize({ width: 320, height: 900 });
      expect(await app.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      expect(await findBarriers(app)).toEqual([]);
    });
  });
});
