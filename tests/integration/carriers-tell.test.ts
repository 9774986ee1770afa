import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { trackingServices, type TrackingService } from '#app/domain/carriers/tracking-services.ts';
import { signedAs, troubleIn, webhookOf } from '#tests/support/carrier-payloads.ts';
import { load, suggestionsOf } from '#tests/support/decide.ts';
import { daysBefore, restOrder } from '#tests/support/rest-order.ts';
import { shopDomain, startStage, testShop, waitUntil, type Stage } from '#tests/support/stage.ts';
import {
  startTrackingServices,
  type TrackingServiceServer,
} from '#tests/support/tracking-service-server.ts';

const neighbour = 'neighbour-test.myshopify.com';
const metricsPort = 20_000 + Math.floor(Math.random() * 10_000);
/** Not in normal form, as a merchant may paste it. */
const secretOf: Readonly<Record<TrackingService, string>> = {
  '17track': 'K-17',
  aftership: 'S-after',
  easypost: 'S-ｅａｓｙ',
};

let stage: Stage;
let services: TrackingServiceServer;
const hooks = new Map<string, string>();

beforeAll(async () => {
  services = await startTrackingServices();
  stage = await startStage({
    shops: [testShop, { ...testShop, domain: neighbour }],
    environment: { ...services.environment, METRICS_PORT: String(metricsPort) },
  });
  for (const shop of [shopDomain, neighbour]) {
    await stage.install(shop);
    for (const service of trackingServices) await connect(service, { callsPerDay: '0' }, shop);
  }
});
afterAll(async () => {
  await stage.close();
  await services.close();
});
beforeEach(() => {
  services.failing = null;
  services.calls.length = 0;
});

async function post(path: string, fields: Readonly<Record<string, string>>, shop = shopDomain) {
  const response = await stage.fetch(
    path,
    { method: 'POST', body: new URLSearchParams(fields) },
    shop,
  );
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
}

async function connect(
  service: TrackingService,
  changes: Readonly<Record<string, string>> = {},
  shop = shopDomain,
): Promise<void> {
  const { answer } = await post(
    '/app/settings/carriers',
    {
      ...{ wish: 'connect', service, callsPerDay: '100' },
      apiKey: service === '17track' ? secretOf['17track'] : `K-${service}`,
      ...(service === '17track' ? {} : { webhookSecret: secretOf[service] }),
      ...changes,
    },
    shop,
  );
  expect(answer).toEqual({ outcome: 'connected' });
  const [row] = await stage.query<{ hook: string }>(
    'select hook from carrier_connection where shop = $1 and service = $2',
    [shop, service],
  );
  hooks.set(`${shop} ${service}`, row?.hook ?? '');
}

/** As the service sends it. */
async function tell(
  service: TrackingService,
  sent: object | string,
  {
    secret = secretOf[service],
    hook = hooks.get(`${shopDomain} ${service}`) ?? '',
    headers = {},
  }: { secret?: string; hook?: string; headers?: Readonly<Record<string, string>> } = {},
) {
  const body = typeof sent === 'string' ? sent : JSON.stringify(sent);
  const response = await fetch(`${stage.app.origin}/api/carriers/${service}/${hook}`, {
    ...{ method: 'POST', body },
    headers: {
      'Content-Type': 'application/json',
      // A connection that was kept may be closed by the app just when the next request goes out.
      Connection: 'close',
      ...signedAs[service](body, secret),
      ...headers,
    },
  });
  const answer = (await response.json()) as Record<string, unknown>;
  return { status: response.status, answer, headers: response.headers };
}

/** An order whose parcel was sent some days ago, and is known to the app. */
async function sent(
  shop = shopDomain,
  days = 3,
): Promise<{ readonly orderId: string; readonly number: string }> {
  const at = daysBefore(days + 1);
  const number = `94${randomUUID().replaceAll('-', '').slice(0, 18)}`.toUpperCase();
  const orderId = load(
    stage,
    restOrder({ created_at: at, updated_at: at, processed_at: at }),
    shop,
  );
  const { api } = stage.simulator;
  api.addFulfillment(shop, orderId, {
    ...{ trackingCompany: 'USPS', trackingNumber: number, createdAt: daysBefore(days) },
  });
  await api.deliveriesSettled();
  await stage.drained();
  return { orderId, number };
}

const scansOf = (orderId: string) =>
  stage.query<{ payload: { scan: { status: string; message: string | null } }; shop: string }>(
    `select payload, shop from signal where order_id = $1 and kind = 'carrier-scan' order by at, id`,
    [orderId],
  );

async function refusals(service: string, why: string, shop = shopDomain): Promise<number> {
  const [row] = await stage.query<{ times: number }>(
    'select coalesce(sum(times), 0)::int as times from carrier_refusal where shop = $1 and service = $2 and why = $3',
    [shop, service, why],
  );
  return row?.times ?? 0;
}

/** The claim that each leads to; customs may have a parcel for a week. */
const grounds = { lost: 'lost', returned: 'returning-to-sender', customs: 'customs-hold' } as const;

describe.each(trackingServices)('%s', (service) => {
  test.each(Object.keys(grounds) as (keyof typeof grounds)[])(
    'tells of a parcel that is %s, and it becomes a suggestion',
    async (trouble) => {
      const isCustoms = trouble === 'customs';
      const { orderId, number } = await sent(shopDomain, isCustoms ? 12 : 3);
      const happened = [
        {
          ...{ status: troubleIn[service][trouble], at: daysBefore(isCustoms ? 9 : 1) },
          ...(isCustoms ? { text: 'Held by customs: duties unpaid', country: 'CN' } : {}),
        },
      ];
      const event = webhookOf[service](number, happened);
      expect(await tell(service, event)).toMatchObject({
        status: 202,
        answer: { outcome: 'recorded', recorded: 1, strangers: 0 },
      });
      await waitUntil(
        async () => (await suggestionsOf(stage, orderId))[0]?.ground === grounds[trouble],
        `a suggestion for ${trouble}`,
      );
      // Again, and in another event: one scan.
      expect(await tell(service, event)).toMatchObject({
        status: 200,
        answer: { outcome: 'known' },
      });
      const another = { ...webhookOf[service](number, happened), again: true };
      expect(await tell(service, another)).toMatchObject({ status: 202, answer: { recorded: 0 } });
      expect((await scansOf(orderId)).length).toBe(1);
    },
  );

  test('is refused with a wrong signature, and that is counted', async () => {
    const { orderId, number } = await sent();
    const event = webhookOf[service](number, [{ status: 'Lost', at: daysBefore(1) }]);
    const body = JSON.stringify(event);
    const before = await refusals(service, 'wrong-signature');
    const wrong = { status: 401, answer: { error: 'wrong-signature' } };
    expect(await tell(service, body, { secret: 'another' })).toMatchObject(wrong);
    const [header = ''] = Object.keys(signedAs[service](body, ''));
    expect(await tell(service, body, { headers: { [header]: '' } })).toMatchObject(wrong);
    const signature = signedAs[service](body, secretOf[service]);
    expect(await tell(service, `${body} `, { headers: signature })).toMatchObject(wrong);
    await waitUntil(
      async () => (await refusals(service, 'wrong-signature')) === before + 3,
      'the refusals to be counted',
    );
    expect(await scansOf(orderId)).toEqual([]);
    const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
    expect(metrics).toMatch(
      new RegExp(`amends_carrier_refusals_total\\{service="${service}",why="wrong-signature"\\} 3`),
    );
  });

  test('is refused at an address that is nobody’s, or another service’s', async () => {
    const nobody = { status: 404, answer: { error: 'not-connected' } };
    for (const hook of ['x', 'A'.repeat(22), shopDomain]) {
      expect(await tell(service, '{}', { hook })).toMatchObject(nobody);
    }
    for (const other of trackingServices.filter((each) => each !== service)) {
      const hook = hooks.get(`${shopDomain} ${other}`) ?? '';
      expect(await tell(service, '{}', { hook })).toMatchObject(nobody);
    }
  });

  test('tells a shop nothing of another’s parcels', async () => {
    const { orderId, number } = await sent();
    const hook = hooks.get(`${neighbour} ${service}`) ?? '';
    const event = webhookOf[service](number, [
      { status: troubleIn[service].lost, at: daysBefore(1) },
    ]);
    expect(await tell(service, event, { hook })).toMatchObject({
      status: 202,
      answer: { outcome: 'recorded', recorded: 0, strangers: 1 },
    });
    expect(await scansOf(orderId)).toEqual([]);
    await waitUntil(
      async () => (await refusals(service, 'unknown-number', neighbour)) > 0,
      'the stranger to be counted',
    );
  });

  test('is refused when it is no JSON, of another shape, or too large', async () => {
    const unreadable = { status: 400, answer: { error: 'unreadable' } };
    expect(await tell(service, '{"event":')).toMatchObject(unreadable);
    expect(await tell(service, '{}')).toMatchObject(unreadable);
    const large = await tell(service, JSON.stringify({ more: 'x'.repeat(256 * 1024) }));
    expect(large).toMatchObject({ status: 413, answer: { error: 'too-large' } });
  });

  test('is answered politely about other things', async () => {
    const body = {
      ...webhookOf[service]('1', []),
      event: 'edd_revise',
      description: 'batch.created',
    };
    expect(await tell(service, body)).toMatchObject({ status: 200, answer: { outcome: 'other' } });
  });
});

test('an event that is older than services try is refused as a replay', async () => {
  const { number } = await sent();
  const happened = [{ status: 'Exception_013', at: daysBefore(9) }];
  const old = {
    ...webhookOf.aftership(number, happened),
    ts: Math.floor(Date.parse(daysBefore(8)) / 1000),
  };
  expect(await tell('aftership', old)).toMatchObject({ status: 400, answer: { error: 'too-old' } });
  const older = { ...webhookOf.easypost(number, happened), created_at: daysBefore(8) };
  expect(await tell('easypost', older)).toMatchObject({
    status: 400,
    answer: { error: 'too-old' },
  });
  await waitUntil(async () => (await refusals('easypost', 'too-old')) === 1, 'it to be counted');
});

test('who signed for a parcel is not kept', async () => {
  const { orderId, number } = await sent();
  const event = webhookOf['17track'](number, [
    { status: 'Delivered_Other', at: daysBefore(1), text: 'Delivered, signed by JANE ROE' },
  ]);
  expect((await tell('17track', event)).status).toBe(202);
  expect((await scansOf(orderId)).map(({ payload }) => payload.scan)).toMatchObject([
    { status: 'Delivered_Other', message: null },
  ]);
});

test('secrets and keys lie encrypted, and no page shows them', async () => {
  const rows = await stage.query<{ text: string }>(
    'select carrier_connection::text as text from carrier_connection',
  );
  expect(rows.length).toBe(6);
  const page = await (await stage.fetch('/app/settings/connections')).text();
  const log = stage.app.lastLines().join('\n');
  for (const secret of [...Object.values(secretOf), 'K-aftership', 'K-easypost']) {
    expect(rows.some(({ text }) => text.includes(secret))).toBe(false);
    expect(page).not.toContain(secret);
    expect(log).not.toContain(secret);
  }
  expect(page).toContain(hooks.get(`${shopDomain} easypost`));
  expect(page).not.toContain(hooks.get(`${neighbour} easypost`));
});

describe('the app calls the service', () => {
  const registerPath: Readonly<Record<TrackingService, string>> = {
    '17track': '/17track/register',
    aftership: '/aftership/trackings',
    easypost: '/easypost/trackers',
  };
  const only = async (service: TrackingService, callsPerDay = '100') => {
    await stage.query('delete from carrier_call_day');
    await stage.query('update parcel_number set ask_at = null');
    for (const each of trackingServices) {
      await connect(each, { callsPerDay: each === service ? callsPerDay : '0' });
    }
  };
  const numberRow = async (number: string) => {
    const [row] = await stage.query<{
      registered_at_service: string | null;
      ask_at: Date | null;
      problem: string | null;
    }>('select registered_at_service, ask_at, problem from parcel_number where number = $1', [
      number,
    ]);
    return row;
  };
  const registered = (number: string) =>
    waitUntil(
      async () => (await numberRow(number))?.registered_at_service !== null,
      'the number to be registered',
    );
  const askNow = async (number: string) => {
    await stage.query('update parcel_number set ask_at = now() where number = $1', [number]);
    // Saving asks for a round.
    const service = (await numberRow(number))?.registered_at_service as TrackingService;
    await connect(service);
  };

  test.each(trackingServices)(
    '%s: tells of a new parcel, and asks when it hears nothing',
    async (service) => {
      await only(service);
      const { orderId, number } = await sent();
      await registered(number);
      expect(services.calls.filter(({ numbers }) => numbers.includes(number))).toEqual([
        expect.objectContaining({
          ...{ method: 'POST', path: registerPath[service], numbers: [number] },
          key: service === '17track' ? secretOf['17track'] : `K-${service}`,
        }),
      ]);
      expect(((await numberRow(number))?.ask_at ?? new Date(0)).getTime()).toBeGreaterThan(
        Date.now(),
      );
      services.known.set(number, [{ status: troubleIn[service].lost, at: daysBefore(1) }]);
      await askNow(number);
      await waitUntil(
        async () => (await scansOf(orderId)).length === 1,
        'the scan to be asked for',
      );
      await waitUntil(
        async () => (await suggestionsOf(stage, orderId))[0]?.ground.includes('lost') === true,
        'the suggestion',
      );
    },
  );

  test('not beyond the day’s budget, and says so', async () => {
    await only('easypost', '1');
    const one = await sent();
    await registered(one.number);
    const two = await sent();
    await waitUntil(async () => {
      const [row] = await stage.query<{ problem: string | null }>(
        `select problem from carrier_connection where shop = $1 and service = 'easypost'`,
        [shopDomain],
      );
      return row?.problem === 'no-budget';
    }, 'the budget to be used up');
    expect(services.calls.some(({ numbers }) => numbers.includes(two.number))).toBe(false);
    expect(await numberRow(two.number)).toMatchObject({ registered_at_service: null });
  });

  test.each([
    [429, 'throttled'],
    [401, 'key-refused'],
    [503, 'unreachable'],
  ])('status %d is %s: it waits, and goes on later', async (status, problem) => {
    await only('aftership');
    services.failing = { status, retryAfter: 1200 };
    const { number } = await sent();
    await waitUntil(async () => {
      const [row] = await stage.query<{ problem: string | null }>(
        `select problem from carrier_connection where shop = $1 and service = 'aftership'`,
        [shopDomain],
      );
      return row?.problem === problem;
    }, 'the trouble to be known');
    const { ask_at: askAt } = (await numberRow(number)) ?? {};
    expect((askAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(1_000_000);
    services.failing = null;
    await stage.query('update parcel_number set ask_at = now() where number = $1', [number]);
    await connect('aftership');
    await registered(number);
  });

  test('and a number that it knew is as good as told', async () => {
    for (const service of ['17track', 'aftership'] as const) {
      await only(service);
      const { number } = await sent();
      await registered(number);
      await stage.query(
        'update parcel_number set registered_at_service = null, ask_at = now() where number = $1',
        [number],
      );
      await connect(service);
      await registered(number);
      expect(await numberRow(number)).toMatchObject({ problem: null });
    }
  });
});

describe('any program, through /api/parcel-events', () => {
  let token: string;
  beforeAll(async () => {
    token = await makeToken();
  });
  async function makeToken(shop = shopDomain): Promise<string> {
    const { answer } = await post('/app/settings/api-token', {}, shop);
    return String(answer['token']);
  }
  async function send(body: unknown, { shown = token, method = 'POST' } = {}) {
    const response = await fetch(`${stage.app.origin}/api/parcel-events`, {
      method,
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${shown}` },
      ...(method === 'POST' ? { body: JSON.stringify(body) } : {}),
    });
    return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
  }
  const event = (trackingNumber: string, changes: object = {}) => ({
    ...{ id: randomUUID(), trackingNumber, at: daysBefore(1), status: 'lost' },
    ...changes,
  });

  test('tells what happened, once by its id', async () => {
    const { orderId, number } = await sent();
    const told = event(number.toLowerCase().replace(/(.{4})/g, '$1 '), {
      carrier: 'USPS',
      more: 1,
    });
    expect(await send(told)).toEqual({ status: 202, answer: { outcome: 'recorded' } });
    expect(await send({ ...told, status: 'returned' })).toEqual({
      ...{ status: 200, answer: { outcome: 'known' } },
    });
    await waitUntil(async () => (await suggestionsOf(stage, orderId)).length > 0, 'a suggestion');
    expect((await scansOf(orderId)).length).toBe(1);
  });

  test('but not of another shop’s parcels, and not without the token', async () => {
    const { orderId, number } = await sent();
    const other = await makeToken(neighbour);
    expect(await send(event(number), { shown: other })).toEqual({
      ...{ status: 404, answer: { error: 'no-such-parcel' } },
    });
    expect((await send(event(number), { shown: 'x' })).status).toBe(401);
    expect((await send(null, { method: 'GET' })).status).toBe(405);
    expect(await scansOf(orderId)).toEqual([]);
  });

  test.each([
    ['trackingNumber', { trackingNumber: '--' }],
    ['at', { at: '2999-01-01T00:00:00Z' }],
    ['at', { at: 'yesterday' }],
    ['status', { status: ' ' }],
    ['country', { country: 'USA' }],
    ['id', { id: null }],
  ])('and is told which field is wrong: %s', async (field, changes) => {
    expect(await send(event('1', changes))).toEqual({
      ...{ status: 400, answer: { error: 'invalid', fields: [field] } },
    });
  });

  test('a flood is refused and counted', async () => {
    const many = await Promise.all(
      Array.from({ length: 301 }, () => send({}, {}).then(({ status }) => status)),
    );
    expect(new Set(many)).toEqual(new Set([400, 429]));
    await waitUntil(async () => (await refusals('json', 'too-many')) > 0, 'it to be counted');
  });
});

// Last: afterwards the door stays shut for a minute.
test.each(trackingServices)(
  'a flood of %s is refused and counted, and another shop’s is not',
  async (service) => {
    const sendOne = (hook: string) => tell(service, '{}', { hook }).then(({ status }) => status);
    const own = hooks.get(`${shopDomain} ${service}`) ?? '';
    const statuses = new Set<number>();
    for (let round = 0; round < 7; round += 1) {
      const some = await Promise.all(Array.from({ length: 100 }, () => sendOne(own)));
      for (const status of some) statuses.add(status);
    }
    expect(statuses).toEqual(new Set([400, 429]));
    const refused = await tell(service, '{}');
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(await sendOne(hooks.get(`${neighbour} ${service}`) ?? '')).toBe(400);
    await waitUntil(async () => (await refusals(service, 'too-many')) > 0, 'it to be counted');
  },
);

test('a service that is disconnected is nobody any more', async () => {
  const { answer } = await post(
    '/app/settings/carriers',
    { wish: 'disconnect', service: 'easypost' },
    neighbour,
  );
  expect(answer).toEqual({ outcome: 'disconnected' });
  const hook = hooks.get(`${neighbour} easypost`) ?? '';
  expect((await tell('easypost', '{}', { hook })).status).toBe(404);
  expect(
    (
      await post(
        '/app/settings/carriers',
        { wish: 'connect', service: 'easypost', callsPerDay: '5' },
        neighbour,
      )
    ).answer,
  ).toEqual({
    outcome: 'key-missing',
  });
  expect((await post('/app/settings/carriers', { wish: 'connect', service: 'dhl' })).status).toBe(
    400,
  );
});
