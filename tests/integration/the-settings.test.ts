import { afterAll, beforeAll, expect, test } from 'vitest';
import { setHold } from '#tests/support/decide.ts';
import { startStage, type Stage } from '#tests/support/stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
  await stage.install();
  await setHold(stage, 60);
});
afterAll(async () => {
  await stage.close();
});

function post(fields: Record<string, string>): Promise<Response> {
  const body = new URLSearchParams({ version: '0', ...fields });
  return stage.fetch('/app/settings/policy', { method: 'POST', body });
}

async function change(values: unknown, fields: Record<string, string> = {}): Promise<unknown> {
  return (await post({ values: JSON.stringify(values), ...fields })).json();
}

test('a value that is none is named', async () => {
  expect(await change({ 'reading.secondReaderPerDay': 'many' })).toEqual({
    outcome: 'invalid',
    problems: [{ path: 'reading.secondReaderPerDay', code: 'not-whole', params: {} }],
  });
  expect(
    await change({
      'money.perDay': '-1',
      'money.stopped': 'yes',
      'money.mark': 'paint',
      'money.more': 1,
      'grounds.lost.warp': 1,
      holdSeconds: 7201,
    }),
  ).toMatchObject({
    problems: [
      { path: 'money.more', code: 'no-such-setting' },
      { path: 'grounds.lost.warp', code: 'no-such-setting' },
      { path: 'holdSeconds', code: 'out-of-bounds' },
      { path: 'money.stopped', code: 'not-a-yes-or-no' },
      { path: 'money.perDay', code: 'not-an-amount' },
      { path: 'money.mark', code: 'not-a-choice' },
    ],
  });
});

test('settings are changed by the version that was seen, the others stay, and it is written down', async () => {
  expect(await change({ 'money.perDay': '500', 'money.stopped': true })).toEqual({
    outcome: 'saved',
    version: 1,
  });
  expect(await change({ 'money.perDay': '600' })).toEqual({ outcome: 'stale' });
  expect(await change({ 'money.perHour': '50' }, { version: '1' })).toEqual({
    outcome: 'saved',
    version: 2,
  });
  const [shop] = await stage.query<{ policy: unknown; policy_version: number }>(
    'select policy, policy_version from shop',
  );
  expect(shop).toEqual({
    policy: { holdSeconds: 60, money: { perDay: '500', stopped: true, perHour: '50' } },
    policy_version: 2,
  });
  const audit = await stage.query<{ actor: string; params: unknown }>(
    `select actor, params from audit_event where kind = 'policy-changed' order by id limit 1`,
  );
  expect(audit).toEqual([
    {
      actor: expect.stringMatching(/^staff:/) as string,
      params: { 'money.perDay': '500', 'money.stopped': 'true' },
    },
  ]);
});

test('a setting of a ground, a list and the hold are changed and written down', async () => {
  const rule = {
    ...{ origin: 'CN', destination: 'US', carrier: null, service: null },
    ...{ neverScannedDays: null, silentDays: null, lostDays: 40 },
  };
  const values = {
    holdSeconds: 90,
    'grounds.safety.recallFromBuyers': 3,
    'returns.finalSaleSkus': ['SALE-*'],
    'lanes.rules': [rule],
  };
  const [before] = await stage.query<{ policy: object; version: number }>(
    'select policy, policy_version as version from shop',
  );
  const version = String(before?.version);
  expect(await change(values, { version })).toMatchObject({ outcome: 'saved' });
  const [after] = await stage.query<{ policy: object }>('select policy from shop');
  expect(after?.policy).toEqual({
    ...before?.policy,
    holdSeconds: 90,
    grounds: { safety: { recallFromBuyers: 3 } },
    returns: { finalSaleSkus: ['SALE-*'] },
    lanes: { rules: [rule] },
  });
  const [event] = await stage.query<{ params: unknown }>(
    `select params from audit_event where kind = 'policy-changed' order by id desc limit 1`,
  );
  expect(event?.params).toEqual({
    holdSeconds: '90',
    'grounds.safety.recallFromBuyers': '3',
    'returns.finalSaleSkus': 'SALE-*',
    'lanes.rules': 'CN → US * *: */*/40',
  });
});

test('the words of a message are kept as they are, and what cannot be filled in is named', async () => {
  const [before] = await stage.query<{ version: number }>(
    'select policy_version as version from shop',
  );
  const version = String(before?.version);
  const wrong = await change(
    {
      'messages.carrier-lost:de': 'Wo ist {{nummer}}?',
      'messages.carrier-lost:en': 'Where is it?',
      'messages.regret-keep:en': '{{order}} {{amount}} {{',
      'messages.buyer-question:ar': `{{choices}}${'x'.repeat(2000)}`,
      'messages.buyer-question:en': '{{choices}}\u0000',
      'messages.buyer-question:de': ' ',
      'messages.buyer-question:zh-CN': '{{choices}}',
    },
    { version },
  );
  expect(wrong).toMatchObject({
    outcome: 'invalid',
    problems: [
      { path: 'messages.buyer-question:zh-CN', code: 'no-such-setting' },
      { path: 'messages.buyer-question:en', code: 'not-plain-text' },
      { path: 'messages.buyer-question:de', code: 'not-a-wording' },
      { path: 'messages.buyer-question:ar', code: 'wording-too-long' },
      { path: 'messages.regret-keep:en', code: 'broken-variable' },
      {
        ...{ path: 'messages.carrier-lost:en', code: 'missing-variable' },
        params: { variable: '{{number}}' },
      },
      {
        ...{ path: 'messages.carrier-lost:de', code: 'unknown-variable' },
        params: { variable: '{{nummer}}' },
      },
    ],
  });
  const text = '<b>Hallo</b> {{ carrier }},\nwo ist {{number}}?';
  expect(await change({ 'messages.carrier-lost:de': text }, { version })).toMatchObject({
    outcome: 'saved',
  });
  const [shop] = await stage.query<{ messages: unknown }>(
    `select policy -> 'messages' as messages from shop`,
  );
  expect(shop?.messages).toEqual({ 'carrier-lost:de': text });
  const [event] = await stage.query<{ params: unknown }>(
    `select params from audit_event where kind = 'policy-changed' order by id desc limit 1`,
  );
  expect(event?.params).toEqual({ 'messages.carrier-lost:de': text });
});

test('another form changes nothing', async () => {
  for (const fields of [{ values: '[1' }, { values: '[]' }, { values: '{}', version: 'new' }]) {
    expect((await post(fields)).status).toBe(400);
  }
});
