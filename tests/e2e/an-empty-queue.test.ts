import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeBrowser, openApp, views } from '#tests/support/merchant.ts';
import { startStage, type Stage } from '#tests/support/stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
});
afterAll(async () => {
  await closeBrowser();
  await stage.close();
});

describe.each(views)('in $language at $width px', (view) => {
  test('an empty queue says that nobody is owed money, and what the app is doing', async () => {
    const merchant = await openApp(stage, view);
    const { t } = merchant.words;
    await merchant.app.getByText(t('empty.to-decide.title')).waitFor();
    await merchant.app.getByText(t('empty.looked', { count: 0 })).waitFor();
    await merchant.expectNoSidewaysScrolling();
    expect(await merchant.barriers()).toEqual([]);
    await merchant.screenshot('empty');
    expect(merchant.complaints()).toEqual([]);
    await merchant.leave();
  });

  test('a queue that the filters empty says so, and how to see all again', async () => {
    const merchant = await openApp(stage, view, '/app?ground=silent-parcel');
    const { t } = merchant.words;
    await merchant.app.getByText(t('empty.filtered.title')).waitFor();
    await merchant.screenshot('filtered-empty');
    await merchant.app
      .getByRole('link', { name: t('filter.clear') })
      .last()
      .click();
    await merchant.app.getByText(t('empty.to-decide.title')).waitFor();
    await merchant.leave();
  });

  test('no failed notification is good news', async () => {
    const merchant = await openApp(stage, view, '/app/deliveries');
    await merchant.app.waitForSelector('h1');
    expect(await merchant.barriers()).toEqual([]);
    await merchant.screenshot('deliveries');
    await merchant.leave();
  });
});
