// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { setUpExtension } from '@shopify/ui-extensions-tester';
import { describe, expect, test, vi } from 'vitest';
import { reportProblems } from '#app/domain/case-facts.ts';
import { wishes } from '#app/domain/reports/buyer-report.ts';
import { loadBuyerReport } from '#app/locales/load-buyer-report.ts';
import { languages } from '#app/locales/load-words.ts';
import type { ReportAnswer } from '#app/ui/report-answer.ts';

const orderId = 'gid://shopify/Order/1001';
const mug = { id: 'gid://shopify/LineItem/1', title: 'Mug', quantity: 2 };

const answer: ReportAnswer = {
  order: { name: '#1001', lines: [mug] },
  reports: [],
  limits: { words: 2000, photos: 5, photoBytes: 8 },
};
const report: ReportAnswer['reports'][number] = {
  ...{ id: 'report-1', at: '2026-11-20T10:00:00.000Z', problem: 'late', wish: 'refund' },
  ...{ photos: 0, state: 'looking', canWithdraw: true },
};

interface Asked {
  readonly url: URL;
  readonly token: string | null;
  readonly body: FormData | null;
}

/** The form that the order's menu opens, before an app that answers so, one after the other. */
async function shown(answers: readonly (() => Response)[], appUrl = 'https://app.test') {
  vi.stubEnv('APP_URL', appUrl);
  const extension = setUpExtension('customer-account.order.action.render', {
    configSearchDir: 'extensions/report-problem',
  });
  const asked: Asked[] = [];
  const left = [...answers];
  extension.shopify.orderId = orderId;
  extension.shopify.sessionToken.get = () => Promise.resolve('token');
  extension.fetch = (input: unknown, init: RequestInit = {}) => {
    asked.push({
      url: new URL(String(input)),
      token: new Headers(init.headers).get('Authorization'),
      body: (init.body as FormData | undefined) ?? null,
    });
    const next = left.shift();
    if (!next) throw new TypeError('no network');
    return Promise.resolve(next());
  };
  await extension.render();
  return {
    asked,
    [Symbol.dispose]: () => {
      extension[Symbol.dispose]();
      vi.unstubAllEnvs();
    },
  };
}

const json =
  (body: unknown, status = 200) =>
  () =>
    Response.json(body, { status });
const text = () => document.body.textContent;
const banners = () =>
  [...document.querySelectorAll('s-banner')].map((banner) => banner.getAttribute('heading'));
function press(name: string): void {
  const found = [...document.querySelectorAll('s-button')].find(
    (each) => each.textContent === name,
  );
  if (!found) throw new Error(`no button ${name} in ${document.body.innerHTML}`);
  found.dispatchEvent(new Event('click'));
}
function fill(selector: string, value: string): void {
  const field = document.querySelector(selector);
  if (!field) throw new Error(`no ${selector}`);
  Object.assign(field, { value });
  field.dispatchEvent(new Event('change'));
}

describe('the form', () => {
  test('asks for the order with the buyer’s token, and sends what was filled in', async () => {
    const reported = { outcome: 'reported', ...answer, reports: [report] };
    using form = await shown([json(answer), json(reported, 201)]);
    await vi.waitFor(() => {
      expect(document.querySelectorAll('s-select').length).toBe(2);
    });
    expect(form.asked[0]).toMatchObject({ token: 'Bearer token', body: null });
    expect(form.asked[0]?.url.href).toBe(
      `https://app.test/api/buyer/reports?order=${encodeURIComponent(orderId)}`,
    );
    const options = [...document.querySelectorAll('s-option')].map((option) =>
      option.getAttribute('value'),
    );
    expect(options).toEqual([...reportProblems, ...wishes]);

    fill('s-select', 'damaged');
    await vi.waitFor(() => {
      fill('s-number-field', '1');
    });
    await vi.waitFor(() => {
      fill('s-text-area', 'It broke');
    });
    await vi.waitFor(() => {
      press('send');
    });
    await vi.waitFor(() => {
      expect(banners()).toEqual(['sent']);
    });
    const body = form.asked[1]?.body;
    expect([...(body?.keys() ?? [])]).toEqual([
      ...['id', 'problem', 'words', 'wish', 'order', `quantity.${mug.id}`],
    ]);
    expect(body?.get('problem')).toBe('damaged');
    expect(body?.get('words')).toBe('It broke');
    expect(body?.get('order')).toBe(orderId);
    expect(body?.get(`quantity.${mug.id}`)).toBe('1');
    expect(document.querySelector('s-select')).toBeNull();
    expect(text()).toContain('state.looking');
  });

  test('says what is wrong, keeps what was filled in, and sends it as the same form', async () => {
    using form = await shown([
      json(answer),
      json({ error: 'wrong', faults: ['no-lines', 'no-words'] }, 422),
      json({ error: 'too-many' }, 429),
    ]);
    await vi.waitFor(() => {
      fill('s-text-area', 'It broke');
    });
    press('send');
    await vi.waitFor(() => {
      expect(banners()).toEqual(['fault-title']);
    });
    expect(text()).toContain('fault.no-lines');
    expect(text()).toContain('fault.no-words');
    press('send');
    await vi.waitFor(() => {
      expect(banners()).toEqual(['refusal.too-many']);
    });
    const [, first, second] = form.asked;
    expect(first?.body?.get('id')).toMatch(/^[\w-]{36}$/);
    expect(second?.body?.get('id')).toBe(first?.body?.get('id'));
  });

  test('takes a report back', async () => {
    const withdrawn = { ...report, state: 'withdrawn', canWithdraw: false };
    using form = await shown([
      json({ ...answer, reports: [report] }),
      json({ outcome: 'withdrawn', ...answer, reports: [withdrawn] }),
    ]);
    await vi.waitFor(() => {
      press('earlier.withdraw');
    });
    await vi.waitFor(() => {
      expect(banners()).toEqual(['taken-back']);
    });
    expect(form.asked[1]?.body?.get('withdraw')).toBe('report-1');
    expect(text()).toContain('state.withdrawn');
  });

  test.each([
    [json({ error: 'no-such-order' }, 404), 'refusal.no-such-order'],
    [json({ error: 'unknown-token' }, 401), 'refusal.not-logged-in'],
    [() => new Response('<html>', { status: 502 }), 'refusal.try-again'],
  ])('says why there is none, and asks again when it is told to (%#)', async (refusal, heading) => {
    using form = await shown([refusal, json(answer)]);
    await vi.waitFor(() => {
      expect(banners()).toEqual([heading]);
    });
    press('form-in-account.again');
    await vi.waitFor(() => {
      expect(document.querySelectorAll('s-select').length).toBe(2);
    });
    expect(banners()).toEqual([]);
    expect(form.asked.length).toBe(2);
  });
});

test.each(languages)('its words are those of the app’s own page: %s', async (language) => {
  const file = language === 'en' ? 'en.default' : language;
  const { name, description, ...words } = JSON.parse(
    readFileSync(`extensions/report-problem/locales/${file}.json`, 'utf8'),
  ) as Readonly<Record<string, unknown>>;
  expect(typeof name).toBe('string');
  expect(typeof description).toBe('string');
  expect(words).toEqual((await loadBuyerReport())[language]);
});
