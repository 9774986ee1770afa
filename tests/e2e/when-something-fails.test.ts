import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  inAdmin,
  orderNameFor,
  startAdminScene,
  ways,
  type AdminScene,
  type Way,
} from '#tests/support/admin-page.ts';
import { load, queuePathOf, suggested, suggestionsOf } from '#tests/support/decide.ts';
import { findBarriers } from '#tests/support/find-barriers.ts';
import { lateDispatchOrder } from '#tests/support/rest-order.ts';
import { shopDomain, waitUntil } from '#tests/support/stage.ts';

const inBulk = 4;
let scene: AdminScene;

beforeAll(async () => {
  scene = await startAdminScene();
});
afterAll(async () => {
  await scene.close();
});

test.each(ways)('a page that is none says so: $language at $width', async (way) => {
  const path = `/app/suggestions/${randomUUID()}`;
  const visit = { ...way, path, forgiven: /status of 404/ };
  await inAdmin(scene, visit, async ({ app, words: { t }, look }) => {
    await app.getByRole('heading', { level: 1, name: t('error.missing.title') }).waitFor();
    expect(await findBarriers(app)).toEqual([]);
    await look('error-missing');
    await app.getByRole('link', { name: t('error.to-queue') }).click();
    await app.getByRole('heading', { level: 1, name: t('queue.title') }).waitFor();
  });
});

test.each(ways)(
  'a page that failed says so, and is shown by another try: $language at $width',
  async (way) => {
    const { stage } = scene;
    const { id } = await suggested(stage, lateDispatchOrder({ name: orderNameFor(way) }));
    const visit = {
      ...way,
      path: `/app/suggestions/${id}`,
      forgiven: /status of 500|Server Error/,
    };
    await stage.query('alter table signal rename to signal_away');
    try {
      await inAdmin(scene, visit, async ({ app, words: { t }, look }) => {
        await app.getByRole('heading', { level: 1, name: t('error.failed.title') }).waitFor();
        expect(await findBarriers(app)).toEqual([]);
        await look('error-failed');
        await stage.query('alter table signal_away rename to signal');
        await app.getByRole('button', { name: t('error.retry') }).click();
        await app.getByRole('heading', { level: 2, name: t('evidence-card.title') }).waitFor();
      });
    } finally {
      await stage.query('alter table if exists signal_away rename to signal');
    }
  },
);

test.each(ways)(
  'a queue that gets no answer keeps what it shows, says so, and goes on: $language at $width',
  async (way) => {
    const name = `${orderNameFor(way)}C`;
    const suggestion = await suggested(scene.stage, lateDispatchOrder({ name }));
    const path = queuePathOf(suggestion);
    const visit = { ...way, path, forgiven: /ERR_INTERNET_DISCONNECTED/ };
    await inAdmin(scene, visit, async ({ page, app, words: { t }, rowOf, look }) => {
      const lost = app.getByText(t('connection.lost'));
      // As when a tab is looked at again.
      const lookAgain = () =>
        app.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      const answers = '**/app.data*';
      await rowOf(name).waitFor();
      expect(await lost.count()).toBe(0);
      await page.route(answers, (route) => route.abort('internetdisconnected'));
      await waitUntil(async () => {
        await lookAgain();
        return (await lost.count()) === 1;
      }, 'the lost connection to be told');
      await rowOf(name).waitFor();
      expect(await findBarriers(app)).toEqual([]);
      await look('connection-lost');
      await page.unroute(answers);
      await waitUntil(async () => {
        await lookAgain();
        return (await lost.count()) === 0;
      }, 'the connection to be back');
      await rowOf(name).waitFor();
    });
  },
);

test.each(ways)(
  'several refunds show how far they are, and stop and go on when told: $language at $width',
  async (way) => {
    const { stage } = scene;
    const { api } = stage.simulator;
    await stage.query(`update suggestion set state = 'dismissed' where state = 'open'`);
    await openSuggestions(way);
    await inAdmin(
      scene,
      { ...way, path: '/app/bulk?tab=waiting' },
      async ({ app, words, look }) => {
        const { t } = words;
        await app.getByText(t('bulk.all'), { exact: true }).click();
        // Shopify takes its time, so that there is something to see.
        api.faults.delayMs = 1500;
        await app.getByRole('button', { name: t('bulk.start', { count: inBulk }) }).click();
        const progress = (state: string, done: number) =>
          app.getByRole('status').getByText(t(`bulk-state.${state}`, { done, count: inBulk }));
        await progress('running', 1).waitFor();
        expect(await findBarriers(app)).toEqual([]);
        await look('bulk-running');

        await app.getByRole('button', { name: t('bulk.pause'), exact: true }).click();
        await app.getByRole('button', { name: t('bulk.resume'), exact: true }).waitFor();
        // What was in hand is finished, and nothing after it is begun.
        api.faults.delayMs = 0;
        await waitUntil(
          async () => (await approvedBySelf()) === (await decidedInBulk()),
          'the one in hand',
        );
        const decided = await decidedInBulk();
        expect(decided).toBeLessThan(inBulk);
        await progress('paused', decided).waitFor();
        expect(await findBarriers(app)).toEqual([]);
        await look('bulk-paused');

        await app.getByRole('button', { name: t('bulk.resume'), exact: true }).click();
        await app.getByText(t('bulk-state.done', { count: inBulk })).waitFor();
        expect(await approvedBySelf()).toBe(inBulk);
      },
    );
  },
);

async function openSuggestions({ language, width }: Way): Promise<void> {
  const { stage } = scene;
  for (let index = 0; index < inBulk; index += 1) {
    const name = `#${language}${width}-${index}`;
    stage.simulator.api.announceOrder(shopDomain, load(stage, lateDispatchOrder({ name })));
  }
  await waitUntil(
    async () =>
      (await suggestionsOf(stage)).filter(({ state }) => state === 'open').length === inBulk,
    'the suggestions',
  );
}

/** How many of the last bulk have an outcome. */
async function decidedInBulk(): Promise<number> {
  const [row] = await scene.stage.query<{ n: number }>(
    `select count(outcome)::int as n from bulk_item where bulk_id =
       (select id from bulk_approval order by created_at desc limit 1)`,
  );
  return row?.n ?? 0;
}

/** How many of its suggestions are approved. */
async function approvedBySelf(): Promise<number> {
  const [row] = await scene.stage.query<{ n: number }>(
    `select count(*)::int as n from suggestion join bulk_item on suggestion_id = suggestion.id where bulk_id =
       (select id from bulk_approval order by created_at desc limit 1) and state <> 'open'`,
  );
  return row?.n ?? 0;
}
