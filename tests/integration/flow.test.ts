import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  load,
  onlySuggestion,
  stateIs,
  suggested,
  type SuggestionRow,
} from '#tests/support/decide.ts';
import {
  attemptsOf,
  orderOf,
  refundCallsFor,
  silentParcel,
  startOver,
} from '#tests/support/refunds.ts';
import { lateDispatchOrder, restOrder } from '#tests/support/rest-order.ts';
import { shopDomain, startStage, testShop, waitUntil, type Stage } from '#tests/support/stage.ts';

const neighbour = 'neighbour-test.myshopify.com';
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
  await setPolicy({});
});

async function setPolicy(more: Readonly<Record<string, unknown>>): Promise<void> {
  const policy = { holdSeconds: 1, automation: { holdSeconds: 1 }, ...more };
  await stage.query('update shop set policy = $1', [JSON.stringify(policy)]);
}

interface Run {
  readonly handle: string;
  readonly path: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly shop?: string;
  readonly runId?: string;
}

async function send({ path, ...run }: Run, forge: (body: string) => string = (body) => body) {
  const { body, headers } = stage.simulator.api.flowRun({ shop: shopDomain, ...run });
  const response = await fetch(`${stage.app.origin}/flow/${path}`, {
    method: 'POST',
    headers,
    body: forge(body),
  });
  const text = await response.text();
  return {
    status: response.status,
    answer: (text === '' ? {} : JSON.parse(text)) as Readonly<Record<string, unknown>>,
  };
}

const numberOf = (gid: string) => gid.slice(gid.lastIndexOf('/') + 1);
const about = ({ order_id: orderId, id }: SuggestionRow, more: object = {}) => ({
  ...{ order_id: numberOf(orderId), suggestion: id },
  ...more,
});
const approve = (properties: Run['properties'], more: Partial<Run> = {}): Run => ({
  ...{ handle: 'approve-suggestion', path: 'approve-suggestion', properties },
  ...more,
});
const dismiss = (properties: Run['properties'], more: Partial<Run> = {}): Run => ({
  ...{ handle: 'dismiss-suggestion', path: 'dismiss-suggestion', properties },
  ...more,
});
const carrierAnswer = (properties: Run['properties'], more: Partial<Run> = {}): Run => ({
  ...{ handle: 'record-carrier-answer', path: 'carrier-answer', properties },
  ...more,
});
const assess = (properties: Run['properties'], more: Partial<Run> = {}): Run => ({
  ...{ handle: 'assess-order', path: 'assess-order', properties },
  ...more,
});

const askedFor = async ({ id }: SuggestionRow) =>
  (
    await stage.query<{ kind: string; actor: string }>(
      'select kind, actor from audit_event where suggestion_id = $1 order by id',
      [id],
    )
  ).filter(({ kind }) => kind !== 'suggestion-opened');

describe('an approval by a workflow', () => {
  test('pays once, however often the run is sent, and Flow hears of it', async () => {
    const suggestion = await suggested(stage, lateDispatchOrder({ name: '#F1' }));
    const run = approve(about(suggestion), { runId: randomUUID() });
    const first = await send(run);
    expect(first).toMatchObject({ status: 200, answer: { code: 'approved' } });
    expect(await send(run)).toEqual(first);
    await stateIs(stage, suggestion.id, 'refunded');
    expect(await send(run)).toEqual(first);
    expect(refundCallsFor(stage, suggestion).length).toBe(1);
    expect(orderOf(stage, suggestion).refunds.length).toBe(1);
    const [row] = await stage.query<{ automatic: boolean }>(
      'select automatic from refund_attempt where suggestion_id = $1',
      [suggestion.id],
    );
    expect(row).toEqual({ automatic: true });
    expect((await askedFor(suggestion)).slice(0, 2)).toEqual([
      { kind: 'flow-asked', actor: 'system' },
      { kind: 'suggestion-approved', actor: 'system' },
    ]);
    const settled = () =>
      stage.simulator.api
        .flowEvents(shopDomain)
        .filter(({ payload }) => payload['Suggestion ID'] === suggestion.id);
    await waitUntil(() => settled().length === 2, 'Flow to be told');
    expect(settled()).toMatchObject([
      {
        handle: 'refund-suggested',
        payload: {
          order_id: Number(numberOf(suggestion.order_id)),
          ...{ Ground: 'late-dispatch', Scenario: 'logistics', Amount: 45, Currency: 'USD' },
          Responsible: 'seller',
        },
      },
      { handle: 'refund-settled', payload: { Amount: 45, Currency: 'USD', Automatic: true } },
    ]);
  });

  test('of the order alone means its open suggestion, and another run finds it done', async () => {
    const suggestion = await suggested(stage, lateDispatchOrder({ name: '#F2' }));
    const order = { order_id: suggestion.order_id, suggestion: '' };
    expect(await send(approve(order))).toMatchObject({ status: 200 });
    expect(await send(approve(about(suggestion)))).toMatchObject({
      status: 200,
      answer: { code: 'already-decided' },
    });
    await stateIs(stage, suggestion.id, 'refunded');
    expect(refundCallsFor(stage, suggestion).length).toBe(1);
  });

  test.each([
    ['the limit of one refund', { money: { perRefund: '40' } }, {}, 'over-limit'],
    [
      'the limit of automation',
      { automation: { holdSeconds: 1, perRefund: '40' } },
      {},
      'over-limit',
    ],
    ['what the step may pay', {}, { at_most: '44.99' }, 'above-most'],
    ['a stop of all refunds', { money: { stopped: true } }, {}, 'not-refundable'],
    [
      'a second person’s business',
      { money: { secondPersonAbove: '10' } },
      {},
      'second-person-needed',
    ],
  ])('does not pay above %s', async (name, policy, more, code) => {
    const suggestion = await suggested(stage, lateDispatchOrder({ name: `#${name}` }));
    await setPolicy(policy);
    expect(await send(approve(about(suggestion, more)))).toMatchObject({
      status: 422,
      answer: { code },
    });
    expect((await onlySuggestion(stage, suggestion.order_id)).state).toBe('open');
    expect(await attemptsOf(stage, suggestion)).toEqual([]);
  });

  test('leaves what a person had in hand', async () => {
    const suggestion = await suggested(stage, lateDispatchOrder({ name: '#F3' }));
    await stage.query(`update suggestion set decided_by = 'staff:1' where id = $1`, [
      suggestion.id,
    ]);
    expect(await send(approve(about(suggestion)))).toMatchObject({
      status: 422,
      answer: { code: 'left-to-people' },
    });
    expect(await attemptsOf(stage, suggestion)).toEqual([]);
  });

  test('is asked for again where Shopify does not answer, and pays then', async () => {
    const suggestion = await suggested(stage, lateDispatchOrder({ name: '#F4' }));
    const run = approve(about(suggestion), { runId: randomUUID() });
    stage.simulator.api.faults.down = true;
    expect(await send(run)).toMatchObject({ status: 503, answer: { code: 'unreachable' } });
    stage.simulator.api.faults.down = false;
    expect(await send(run)).toMatchObject({ status: 200, answer: { code: 'approved' } });
    await stateIs(stage, suggestion.id, 'refunded');
  });
});

describe('the other actions', () => {
  test('a dismissal keeps its reason, and a repetition changes nothing', async () => {
    const suggestion = await suggested(stage, lateDispatchOrder({ name: '#F5' }));
    const run = dismiss(about(suggestion, { reason: 'already-handled' }), { runId: randomUUID() });
    expect(await send(run)).toMatchObject({ status: 200, answer: { code: 'dismissed' } });
    const trail = await askedFor(suggestion);
    expect(await send(run)).toMatchObject({ status: 200, answer: { code: 'dismissed' } });
    expect(await askedFor(suggestion)).toEqual(trail);
    expect(trail.map(({ kind }) => kind)).toEqual(['flow-asked', 'suggestion-dismissed']);
    expect(await send(approve(about(suggestion)))).toMatchObject({ status: 409 });
    const other = dismiss(about(suggestion, { reason: 'other' }));
    expect(await send(other)).toMatchObject({ status: 200, answer: { code: 'dismissed-before' } });
  });

  test('a carrier’s answer becomes evidence, once', async () => {
    const suggestion = await silentParcel(stage);
    const run = carrierAnswer(about(suggestion, { answer: 'lost' }), { runId: randomUUID() });
    for (let time = 0; time < 2; time += 1) {
      expect(await send(run)).toMatchObject({ status: 200, answer: { code: 'recorded' } });
    }
    const signals = await stage.query(
      `select 1 from signal where kind = 'carrier-answer' and order_id = $1`,
      [suggestion.order_id],
    );
    expect(signals.length).toBe(1);
    await waitUntil(
      async () => (await onlySuggestion(stage, suggestion.order_id)).ground === 'lost',
      'the order to be judged anew',
    );
  });

  test('of an order of which no parcel was sent there is no carrier to answer', async () => {
    const suggestion = await suggested(stage, lateDispatchOrder({ name: '#F6' }));
    expect(await send(carrierAnswer(about(suggestion, { answer: 'lost' })))).toMatchObject({
      status: 422,
      answer: { code: 'no-such-parcel' },
    });
  });

  test('an order is judged when a workflow asks for it', async () => {
    // No webhook told of it.
    const orderId = load(stage, lateDispatchOrder({ name: '#F7' }));
    const run = assess({ order_id: numberOf(orderId) });
    expect(await send(run)).toMatchObject({ status: 200, answer: { code: 'assessed' } });
    expect((await onlySuggestion(stage, orderId)).ground).toBe('late-dispatch');
    expect(await send(assess({ order_id: '1' }))).toMatchObject({
      status: 404,
      answer: { code: 'no-such-order' },
    });
  });
});

describe('a request for an action', () => {
  const paths = ['approve-suggestion', 'dismiss-suggestion', 'carrier-answer', 'assess-order'];

  test.each(paths)('that Flow did not sign is refused: %s', async (path) => {
    const suggestion = await suggested(stage, lateDispatchOrder({ name: `#S${path}` }));
    const properties = about(suggestion, { reason: 'other', answer: 'lost' });
    const run = { handle: path, path, properties };
    expect((await send(run, (body) => `${body} `)).status).toBe(401);
    const unsigned = await fetch(`${stage.app.origin}/flow/${path}`, {
      method: 'POST',
      body: '{}',
    });
    expect(unsigned.status).toBe(401);
    expect((await fetch(`${stage.app.origin}/flow/${path}`)).status).toBeGreaterThanOrEqual(400);
    expect(await askedFor(suggestion)).toEqual([]);
    expect((await onlySuggestion(stage, suggestion.order_id)).state).toBe('open');
  });

  test.each(paths)('by another shop reaches nothing: %s', async (path) => {
    const suggestion = await suggested(stage, lateDispatchOrder({ name: `#N${path}` }));
    const properties = about(suggestion, { reason: 'other', answer: 'lost' });
    const byId = { handle: path, path, properties, shop: neighbour };
    expect((await send(byId)).status).toBe(404);
    const byOrder = { ...byId, properties: { ...properties, suggestion: null } };
    expect((await send(byOrder)).status).toBe(404);
    expect(await askedFor(suggestion)).toEqual([]);
    expect((await onlySuggestion(stage, suggestion.order_id)).state).toBe('open');
  });

  test('about a suggestion of another order is refused', async () => {
    const suggestion = await suggested(stage, lateDispatchOrder({ name: '#F8' }));
    const orderId = load(stage, restOrder({ name: '#F9' }));
    const properties = { order_id: numberOf(orderId), suggestion: suggestion.id };
    expect(await send(approve(properties))).toMatchObject({
      status: 404,
      answer: { code: 'no-such-suggestion' },
    });
  });

  test('by a shop that never installed the app, or is none, is refused', async () => {
    const stranger = assess({ order_id: '1' }, { shop: 'stranger.myshopify.com' });
    expect((await send(stranger)).status).toBe(404);
    expect((await send(assess({ order_id: '1' }, { shop: 'example.com' }))).status).toBe(400);
  });

  test.each([
    ['no order', approve({ suggestion: '' }), 'order_id'],
    ['no number of an order', assess({ order_id: 'gid://shopify/Customer/1' }), 'order_id'],
    ['no id of a suggestion', approve({ order_id: '1', suggestion: 'x' }), 'suggestion'],
    ['a sum that is none', approve({ order_id: '1', at_most: 'much' }), 'at_most'],
    ['no reason', dismiss({ order_id: '1', reason: 'because' }), 'reason'],
    ['an unknown answer', carrierAnswer({ order_id: '1', answer: 'perhaps' }), 'answer'],
  ])('with %s is refused, and says which field', async (_, run, field) => {
    const { status, answer } = await send(run);
    expect(status).toBe(400);
    expect(answer['code']).toBe('wrong-fields');
    expect(answer['message']).toContain(field);
  });

  test('that is too large is refused', async () => {
    const run = assess({ order_id: '1', more: 'x'.repeat(70_000) });
    expect((await send(run)).status).toBe(413);
  });

  test('that does not say how large it is is read no further than it may be', async () => {
    const status = await new Promise<number | undefined>((settle, fail) => {
      const sent = request(`${stage.app.origin}/flow/assess-order`, { method: 'POST' });
      sent.once('response', (response) => {
        response.resume();
        settle(response.statusCode);
        sent.destroy();
      });
      sent.once('error', fail);
      // More than it may be, and no end of it.
      sent.write('x'.repeat(70_000));
    });
    expect(status).toBe(413);
  });
});

describe('Flow', () => {
  test('hears of a suggestion once, however often its order is looked at', async () => {
    const suggestion = await suggested(stage, lateDispatchOrder({ name: '#F10' }));
    const told = () =>
      stage.simulator.api
        .flowEvents(shopDomain)
        .filter(({ payload }) => payload['Suggestion ID'] === suggestion.id);
    await waitUntil(() => told().length > 0, 'Flow to be told');
    stage.simulator.api.announceOrder(shopDomain, suggestion.order_id);
    await stage.simulator.api.deliveriesSettled();
    await stage.drained();
    expect(told().map(({ handle }) => handle)).toEqual(['refund-suggested']);
  });
});
