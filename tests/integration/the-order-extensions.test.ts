import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OrderAnswer, PriceView } from '#app/ui/order-answer.ts';
import {
  load,
  onlySuggestion,
  stateIs,
  suggested,
  type SuggestionRow,
} from '#tests/support/decide.ts';
import { attemptsOf, orderOf, startOver } from '#tests/support/refunds.ts';
import { lateDispatchOrder, restOrder } from '#tests/support/rest-order.ts';
import { shopDomain, startStage, testShop, type Stage } from '#tests/support/stage.ts';

const neighbour = 'neighbour-test.myshopify.com';
const origin = 'https://extensions.shopifycdn.com';
let stage: Stage;

beforeAll(async () => {
  stage = await startStage({ shops: [testShop, { ...testShop, domain: neighbour }] });
  await stage.install();
  await stage.install(neighbour);
});
afterAll(async () => {
  await stage.close();
});
beforeEach(async () => {
  await startOver(stage);
});

interface Asking extends RequestInit {
  readonly headers?: Readonly<Record<string, string>>;
}

const ask = (path: string, init: Asking = {}, shop = shopDomain) =>
  stage.fetch(path, { ...init, headers: { Origin: origin, ...init.headers } }, shop);
const post = (path: string, fields: Readonly<Record<string, string>>, shop = shopDomain) =>
  ask(path, { method: 'POST', body: new URLSearchParams(fields) }, shop);
const orderPath = (orderId: string, locale = 'en') =>
  `/extension/order?order=${encodeURIComponent(orderId)}&locale=${locale}`;
const decisionPath = ({ id }: SuggestionRow) => `/extension/suggestions/${id}/decision?locale=en`;
const pricePath = ({ id }: SuggestionRow) => `/extension/suggestions/${id}/price?locale=en`;
const answerOf = async (response: Response) => (await response.json()) as OrderAnswer;

async function viewOf({ order_id: orderId }: SuggestionRow, locale = 'en') {
  const { suggestion } = await answerOf(await ask(orderPath(orderId, locale)));
  if (!suggestion) throw new Error('nothing is shown');
  return suggestion;
}

describe('what the extensions ask', () => {
  test('is answered in words, which another origin may read', async () => {
    const suggestion = await suggested(stage, lateDispatchOrder({ name: '#X1' }));
    const response = await ask(orderPath(suggestion.order_id));
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    const { suggestion: view } = await answerOf(response);
    expect(view).toMatchObject({ id: suggestion.id, can: 'decide', amount: '$45.00' });
    expect(view?.evidence.length).toBeLessThanOrEqual(3);
    expect(view?.editor?.lines.length).toBeGreaterThan(0);
    const { ground } = await viewOf(suggestion, 'zh-CN');
    expect(ground).toMatch(/\p{Script=Han}/u);
  });

  test('of an order of which nothing is suggested is nothing', async () => {
    const orderId = load(stage, restOrder({ name: '#X2' }));
    const none = { suggestion: null, said: null };
    expect(await answerOf(await ask(orderPath(orderId)))).toEqual(none);
    expect((await ask(orderPath('gid://shopify/Customer/1'))).status).toBe(400);
  });

  test('the browser may ask beforehand, and is told no where there is no token', async () => {
    const suggestion = await suggested(stage, lateDispatchOrder({ name: '#X3' }));
    const paths = [orderPath(suggestion.order_id), decisionPath(suggestion), pricePath(suggestion)];
    for (const path of paths) {
      const headers = {
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization',
        Authorization: '',
      };
      const before = await ask(path, { method: 'OPTIONS', headers });
      expect(before.status).toBe(204);
      expect(before.headers.get('Access-Control-Allow-Headers')).toContain('Authorization');
      const method = path.startsWith('/extension/order') ? 'GET' : 'POST';
      for (const Authorization of ['Bearer x.y.z', 'Bearer ']) {
        const refused = await ask(path, { method, headers: { Authorization } });
        expect(refused.status).toBe(401);
        expect(refused.headers.get('Access-Control-Allow-Origin')).toBe('*');
      }
      const unnamed = await fetch(`${stage.simulator.appUrl}${path}`, { method });
      expect(unnamed.status).toBe(401);
    }
    expect((await ask(decisionPath(suggestion))).status).toBe(405);
  });

  test('a refund is undone and paid by the same verbs as in the app', async () => {
    const suggestion = await suggested(stage, lateDispatchOrder({ name: '#X4' }));
    const { version } = await viewOf(suggestion);
    const asked = { intent: 'refund', version: String(version) };
    await stage.query(`update shop set policy = '{"holdSeconds": 60}'`);
    const held = await answerOf(await post(decisionPath(suggestion), asked));
    expect(held).toMatchObject({ said: null, suggestion: { state: 'approved', can: 'look' } });
    expect(held.suggestion?.secondsLeft).toBeGreaterThan(50);
    const undone = await answerOf(await post(decisionPath(suggestion), { intent: 'undo' }));
    expect(undone).toMatchObject({ said: null, suggestion: { state: 'open' } });
    await startOver(stage);
    const late = await answerOf(await post(decisionPath(suggestion), asked));
    expect(late.said?.title).toContain('#X4');
    expect(await attemptsOf(stage, suggestion)).toMatchObject([{ state: 'undone' }]);
    const now = await viewOf(suggestion);
    await post(decisionPath(suggestion), { ...asked, version: String(now.version) });
    await stateIs(stage, suggestion.id, 'refunded');
    expect(orderOf(stage, suggestion).refunds.length).toBe(1);
  });

  test('a changed refund is priced, and paid at the sum that was seen', async () => {
    const suggestion = await suggested(stage, lateDispatchOrder({ name: '#X5' }));
    const { editor, version } = await viewOf(suggestion);
    if (!editor) throw new Error('nothing to edit');
    const lines = editor.choice.lines.map((line) => ({ ...line, quantity: 0 }));
    const choice = { ...editor.choice, lines, shipping: '', goodwill: '7.50' };
    const response = await post(pricePath(suggestion), { choice: JSON.stringify(choice) });
    const price = (await response.json()) as PriceView;
    expect(price).toMatchObject({ outcome: 'priced', words: '$7.50' });
    const amount = price.outcome === 'priced' ? price.amount : null;
    const asked = { intent: 'refund', version: String(version) };
    const otherSum = JSON.stringify({ choice, amount: { ...amount, amount: '7.00' } });
    const refused = await answerOf(
      await post(decisionPath(suggestion), { ...asked, chosen: otherSum }),
    );
    expect(refused.said?.tone).toBe('warning');
    const chosen = JSON.stringify({ choice, amount });
    await post(decisionPath(suggestion), { ...asked, chosen });
    await stateIs(stage, suggestion.id, 'refunded');
    expect(
      orderOf(stage, suggestion).refunds.map(({ transactions }) => transactions),
    ).toMatchObject([[{ amount: '7.50' }]]);
  });

  test('a choice that cannot be paid says why', async () => {
    const suggestion = await suggested(stage, lateDispatchOrder({ name: '#X6' }));
    const { editor } = await viewOf(suggestion);
    const choice = JSON.stringify({ ...editor?.choice, goodwill: '9999' });
    const refused = (await (await post(pricePath(suggestion), { choice })).json()) as PriceView;
    expect(refused).toMatchObject({ outcome: 'refused' });
    expect((await post(pricePath(suggestion), { choice: '{}' })).status).toBe(400);
    expect((await post(decisionPath(suggestion), { intent: 'pay' })).status).toBe(400);
  });
});

describe('another shop', () => {
  test('sees nothing of the order, and can decide and price nothing', async () => {
    const suggestion = await suggested(stage, lateDispatchOrder({ name: '#X7' }));
    const none = { suggestion: null, said: null };
    const seen = await ask(orderPath(suggestion.order_id), {}, neighbour);
    expect(await answerOf(seen)).toEqual(none);
    const { editor, version } = await viewOf(suggestion);
    for (const fields of [
      { intent: 'refund', version: String(version) },
      { intent: 'dismiss', version: String(version), reason: 'other' },
      { intent: 'undo' },
    ]) {
      const refused = await post(decisionPath(suggestion), fields, neighbour);
      expect(refused.status).toBe(404);
      expect((await answerOf(refused)).suggestion).toBeNull();
    }
    const choice = JSON.stringify(editor?.choice);
    expect((await post(pricePath(suggestion), { choice }, neighbour)).status).toBe(404);
    const after = await onlySuggestion(stage, suggestion.order_id);
    expect(after).toMatchObject({ state: 'open', version: suggestion.version });
    expect(await attemptsOf(stage, suggestion)).toEqual([]);
  });
});
