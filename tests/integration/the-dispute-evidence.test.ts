import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawPaper } from '#app/ui/draw-paper.server.ts';
import type { Paper } from '#app/ui/paper.ts';
import { complaint } from '#tests/support/complaint.ts';
import type { SuggestionRow } from '#tests/support/decide.ts';
import { shopDomain, startStage, testShop, waitUntil, type Stage } from '#tests/support/stage.ts';

const other = 'another-test.myshopify.com';
let stage: Stage;
let disputed: SuggestionRow;

beforeAll(async () => {
  stage = await startStage({ shops: [testShop, { ...testShop, domain: other }] });
  await stage.install();
  await stage.install(other);
  await stage.query(`update shop set timezone = 'America/New_York'`);
  const suggestion = await complaint(stage, { name: '#1001' });
  stage.simulator.api.openDispute(shopDomain, suggestion.order_id, 'CHARGEBACK');
  stage.simulator.api.announceOrder(shopDomain, suggestion.order_id);
  await waitUntil(async () => {
    const [row] = await stage.query<{ disputes: number }>(
      `select jsonb_array_length(facts->'disputes') as disputes from order_record where order_id = $1`,
      [suggestion.order_id],
    );
    return row?.disputes === 1;
  }, 'the dispute to be read');
  disputed = suggestion;
});
afterAll(async () => {
  await stage.close();
});

const pathOf = (id: string, search = '') => `/app/suggestions/${id}/evidence.pdf${search}`;

async function read(bytes: Uint8Array) {
  const pdf = await getDocumentProxy(bytes);
  const { text } = await extractText(pdf, { mergePages: false });
  const { info } = await getMeta(pdf);
  const markInfo = await pdf.getMarkInfo();
  return { pages: text, info: info as Record<string, unknown>, markInfo };
}

async function downloaded(search = '') {
  const response = await stage.fetch(pathOf(disputed.id, search));
  expect(response.status).toBe(200);
  expect(response.headers.get('Content-Type')).toBe('application/pdf');
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  return read(new Uint8Array(await response.arrayBuffer()));
}

describe('the file', () => {
  test('tells the dispute, the order, the delivery, the policy and what happened', async () => {
    const { pages, info, markInfo } = await downloaded();
    expect(info).toMatchObject({ Title: 'Evidence for order #1001', Language: 'en' });
    expect(markInfo).toMatchObject({ Marked: true });
    const text = pages.join('\n');
    for (const said of [
      shopDomain,
      'Chargeback',
      'Needs an answer',
      'Enamel mug × 2',
      '$45.00',
      'USPS 94',
      'Delivered · Last mile',
      'The buyer asked to return 1 item',
      'Reason given: defective',
      'Return window (days)',
      'No refund was made.',
      `Page 1 of ${pages.length}`,
    ]) {
      expect(text).toContain(said);
    }
    expect(text).not.toContain('Suggested');
  });

  test('speaks Chinese where it is asked to, with text that can be selected', async () => {
    const { pages, info } = await downloaded('?language=zh-CN');
    expect(info).toMatchObject({ Title: '订单 #1001 的证据', Language: 'zh-CN' });
    expect(pages.join('\n')).toContain('现行退货政策');
    const unknown = await downloaded('?language=xx');
    expect(unknown.info).toMatchObject({ Language: 'en' });
  });
});

describe('who may have it', () => {
  test('not another shop', async () => {
    const response = await stage.fetch(pathOf(disputed.id), {}, other);
    expect(response.status).toBe(404);
    expect(response.headers.get('Content-Type')).not.toContain('pdf');
  });

  test('nobody without a session', async () => {
    const response = await stage.fetch(pathOf(disputed.id), {
      headers: { Authorization: 'Bearer nonsense' },
    });
    expect([302, 401]).toContain(response.status);
  });

  test.each(['c7e3a1f0-0000-4000-8000-00000000ffff', 'nonsense'])(
    'there is none of %s',
    async (id) => {
      expect((await stage.fetch(pathOf(id))).status).toBe(404);
    },
  );
});

describe('a long paper', () => {
  const paper: Paper = {
    ...{ language: 'en', title: 'A long one', rows: [], footer: '#1001' },
    parts: [
      {
        ...{ heading: 'What happened', notes: [] },
        rows: Array.from({ length: 120 }, (_, index) => ({
          name: `row ${index + 1}`,
          lines: ['Łóżko, 陶瓷杯一套, żółć, Ωμέγα, Молоко, €₹₩', 'wide '.repeat(40).trim()],
        })),
      },
    ],
    pageOf: (page, pages) => `${page}/${pages}`,
  };

  test('keeps every row whole on one page, in order, and numbers the pages', async () => {
    const file = await drawPaper(paper, new Date('2026-11-25T12:00:00Z'));
    const { pages } = await read(new Uint8Array(file));
    expect(pages.length).toBeGreaterThan(3);
    const text = pages.join('\n');
    const rows = [...text.matchAll(/row (\d+)\b/g)].map(([, row]) => Number(row));
    expect(rows).toEqual(Array.from({ length: 120 }, (_, index) => index + 1));
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`#1001 – ${index + 1}/${pages.length}`);
      const names = page.match(/row \d+\b/g)?.length;
      expect(page.match(/wide/g)?.length).toBe((names ?? 0) * 40);
      // Nothing is left blank but the last page's end.
      if (index < pages.length - 1) expect(names).toBeGreaterThan(6);
    }
  });

  test('has Latin of every kind, Greek, Cyrillic and Chinese as text', async () => {
    const file = await drawPaper(paper, new Date('2026-11-25T12:00:00Z'));
    const { pages } = await read(new Uint8Array(file));
    for (const said of ['Łóżko', '陶瓷杯一套', 'żółć', 'Ωμέγα', 'Молоко', '€₹'])
      expect(pages[0]).toContain(said);
  });
});
