import { createHmac, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { load, setHold, suggestionsOf, decide, onlySuggestion } from '#tests/support/decide.ts';
import { formOf, telephonePhoto } from '#tests/support/report-form.ts';
import { daysBefore, freshId, restOrder } from '#tests/support/rest-order.ts';
import { shopDomain, startStage, testShop, waitUntil, type Stage } from '#tests/support/stage.ts';

const neighbour = 'neighbour-test.myshopify.com';
const browser = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36';
const directory = mkdtempSync(join(tmpdir(), 'reports-'));
let stage: Stage;
let photo: Buffer;

beforeAll(async () => {
  stage = await startStage({
    shops: [testShop, { ...testShop, domain: neighbour }],
    environment: { DATA_DIR: directory },
  });
  await stage.install();
  await stage.install(neighbour);
  photo = await telephonePhoto();
});
afterAll(async () => {
  await stage.close();
  rmSync(directory, { recursive: true, force: true });
});

interface Arrived {
  readonly orderId: string;
  readonly name: string;
  readonly lineId: string;
  readonly customer: string;
}

/** Two mugs of a buyer with an account that came a week ago. */
async function arrived(): Promise<Arrived> {
  const at = daysBefore(20);
  const customer = freshId();
  const rest = restOrder();
  const [mugs] = rest['line_items'] as readonly Record<string, unknown>[];
  const order = restOrder({
    // Of a product of its own: others' reports of it are no news.
    line_items: [{ ...mugs, sku: `MUG-${customer}` }],
    ...{ created_at: at, updated_at: at, processed_at: at, customer: { id: customer } },
  });
  const orderId = load(stage, order);
  const { api } = stage.simulator;
  const parcel = api.addFulfillment(shopDomain, orderId, {
    ...{ trackingCompany: 'USPS', trackingNumber: '94', createdAt: daysBefore(18) },
  });
  api.addScan(shopDomain, parcel, { status: 'DELIVERED', happenedAt: daysBefore(8) });
  await api.deliveriesSettled();
  await stage.drained();
  const [line] = order['line_items'] as readonly { readonly id: number }[];
  return {
    ...{ orderId, name: String(order['name']), lineId: `gid://shopify/LineItem/${line?.id}` },
    customer: `gid://shopify/Customer/${customer}`,
  };
}

function tokenOf(customer: string | undefined, shop = shopDomain): string {
  return stage.simulator.api.sessionToken(shop, { dest: shop, iss: undefined, sub: customer });
}

/** As an extension in a buyer's account asks. */
async function ask(
  token: string | null,
  what: { readonly order: string } | { readonly body: BodyInit },
) {
  const query = 'order' in what ? `?${new URLSearchParams(what).toString()}` : '';
  const response = await fetch(`${stage.app.origin}/api/buyer/reports${query}`, {
    method: 'body' in what ? 'POST' : 'GET',
    headers: {
      ...{ 'User-Agent': browser, Origin: 'https://extensions.shopifycdn.com' },
      ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
    },
    ...('body' in what ? { body: what.body } : {}),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    answer: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> & {
      readonly reports?: readonly Record<string, unknown>[];
    },
  };
}

const damaged = ({ orderId, lineId }: Arrived, changes: Readonly<Record<string, string>> = {}) => ({
  ...{ id: randomUUID(), order: orderId, problem: 'damaged', [`quantity.${lineId}`]: '1' },
  ...{ words: 'Dear Ms Ashgrove, it arrived broken', wish: 'replacement', ...changes },
});

const reportsOf = (orderId: string) =>
  stage.query<{ id: string; problem: string; remedy: string; withdrawn_at: Date | null }>(
    'select id, problem, remedy, withdrawn_at from buyer_report where order_id = $1 order by at',
    [orderId],
  );
const signalsOf = (orderId: string) =>
  stage.query<{ payload: Record<string, unknown> }>(
    'select payload from signal where order_id = $1',
    [orderId],
  );

async function suggestionOf(orderId: string) {
  await waitUntil(async () => (await suggestionsOf(stage, orderId)).length > 0, 'the suggestion');
  return onlySuggestion(stage, orderId);
}

function photosOnDisk(): readonly string[] {
  const folder = join(directory, 'photos');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.jpg'),
  );
}

describe('a buyer with an account', () => {
  test('reports, is heard, and sees how far it is; the merchant sees the photo and nothing that it held', async () => {
    const order = await arrived();
    const token = tokenOf(order.customer);
    const before = await ask(token, { order: order.orderId });
    expect(before.answer).toMatchObject({
      order: { name: order.name, lines: [{ id: order.lineId, title: 'Enamel mug', quantity: 2 }] },
      reports: [],
    });
    expect(before.headers.get('Access-Control-Allow-Origin')).toBe('*');

    const form = damaged(order);
    const sent = await ask(token, { body: formOf(form, [photo]) });
    expect([sent.status, sent.answer['outcome']]).toEqual([201, 'reported']);
    // The same form again, with other words in it, is the same report.
    const again = await ask(token, { body: formOf({ ...form, problem: 'late' }) });
    expect([again.status, again.answer['outcome']]).toEqual([200, 'known']);
    expect(again.answer['reportId']).toBe(sent.answer['reportId']);
    expect(await reportsOf(order.orderId)).toMatchObject([
      { problem: 'damaged', remedy: 'replacement', withdrawn_at: null },
    ]);

    const suggestion = await suggestionOf(order.orderId);
    expect(suggestion).toMatchObject({ ground: 'damaged', state: 'open', amount: '22.5000' });
    const [signal] = await signalsOf(order.orderId);
    expect(signal?.payload).toMatchObject({ problem: 'damaged', photos: 1 });
    expect(JSON.stringify(signal)).not.toContain('Ashgrove');
    const looking = await ask(token, { order: order.orderId });
    expect(looking.answer.reports).toMatchObject([{ state: 'looking', canWithdraw: true }]);
    expect(JSON.stringify(looking.answer)).not.toMatch(/suggestion|probability|claim/);

    const [row] = await stage.query<{ id: string; width: number; height: number }>(
      'select id, width, height from report_photo',
    );
    expect(row).toMatchObject({ width: 923, height: 2000 });
    const shown = await stage.fetch(`/app/photos/${row?.id ?? ''}`);
    const bytes = Buffer.from(await shown.arrayBuffer());
    expect(shown.headers.get('Content-Type')).toBe('image/jpeg');
    const held = await sharp(photo).metadata();
    expect([held.exif !== undefined, held.orientation]).toEqual([true, 6]);
    const kept = await sharp(bytes).metadata();
    expect([kept.exif, kept.orientation, kept.format]).toEqual([undefined, undefined, 'jpeg']);
    expect(photo.includes('Lantern')).toBe(true);
    expect(bytes.includes('Lantern')).toBe(false);
    const elsewhere = await stage.fetch(`/app/photos/${row?.id ?? ''}`, {}, neighbour);
    expect(elsewhere.status).toBe(404);

    await setHold(stage, 0);
    await decide(stage, await onlySuggestion(stage, order.orderId), 'refund');
    await waitUntil(async () => {
      const { answer } = await ask(token, { order: order.orderId });
      return answer.reports?.[0]?.['state'] === 'refunded';
    }, 'the buyer to be told of the refund');
    const late = { order: order.orderId, withdraw: String(sent.answer['reportId']) };
    expect(await ask(token, { body: formOf(late) })).toMatchObject({
      status: 409,
      answer: { error: 'too-late' },
    });
  });

  test('takes a report back: the suggestion goes, and the photo from the disk', async () => {
    const order = await arrived();
    const token = tokenOf(order.customer);
    const before = photosOnDisk().length;
    const sent = await ask(token, { body: formOf(damaged(order), [photo, photo]) });
    await suggestionOf(order.orderId);
    expect(photosOnDisk().length).toBe(before + 2);
    const back = formOf({ order: order.orderId, withdraw: String(sent.answer['reportId']) });
    expect((await ask(token, { body: back })).answer.reports).toMatchObject([
      { state: 'withdrawn', canWithdraw: false, photos: 0 },
    ]);
    await waitUntil(
      async () => (await suggestionsOf(stage, order.orderId))[0]?.state === 'withdrawn',
      'the suggestion to go',
    );
    expect(await signalsOf(order.orderId)).toEqual([]);
    await waitUntil(() => photosOnDisk().length === before, 'the photos to go');
  });

  test.each(['health', 'safety'])('of %s neither words nor photos are kept', async (problem) => {
    const order = await arrived();
    const token = tokenOf(order.customer);
    const form = damaged(order, { problem, words: 'it gave me a terrible rash' });
    const refused = await ask(token, { body: formOf(form, [photo]) });
    expect(refused).toMatchObject({
      status: 422,
      answer: { error: 'wrong', faults: ['photos-not-kept'] },
    });
    expect((await ask(token, { body: formOf(form) })).status).toBe(201);
    const [signal] = await signalsOf(order.orderId);
    expect(signal?.payload).toMatchObject({ problem, intents: [], photos: 0 });
    const dump = await stage.query('select * from buyer_report where order_id = $1', [
      order.orderId,
    ]);
    expect(JSON.stringify([dump, signal])).not.toContain('rash');
  });
});

describe('somebody else', () => {
  test('sees and touches nothing of the order', async () => {
    const order = await arrived();
    const other = await arrived();
    const mine = await ask(tokenOf(order.customer), { body: formOf(damaged(order)) });
    const withdraw = { order: order.orderId, withdraw: String(mine.answer['reportId']) };
    const refused = { status: 404, answer: { error: 'no-such-order' } };
    for (const token of [tokenOf(other.customer), tokenOf(order.customer, neighbour)]) {
      expect(await ask(token, { order: order.orderId })).toMatchObject(refused);
      expect(await ask(token, { body: formOf(damaged(order)) })).toMatchObject(refused);
      expect(await ask(token, { body: formOf(withdraw) })).toMatchObject(refused);
    }
    // Under the name of an order of their own, neither.
    const own = { ...withdraw, order: other.orderId };
    expect(await ask(tokenOf(other.customer), { body: formOf(own) })).toMatchObject({
      status: 404,
      answer: { error: 'no-such-report' },
    });
    expect(await reportsOf(order.orderId)).toMatchObject([{ withdrawn_at: null }]);
  });

  test('is told why: no token, another secret, an old one, nobody logged in, a member of staff', async () => {
    const order = await arrived();
    const { api } = stage.simulator;
    const [head = '', body = ''] = tokenOf(order.customer).split('.');
    const forged = createHmac('sha256', 'guess').update(`${head}.${body}`).digest('base64url');
    const old = api.sessionToken(shopDomain, { sub: order.customer, exp: 1_700_000_000 });
    for (const token of [null, `${head}.${body}.${forged}`, old]) {
      const refused = await ask(token, { order: order.orderId });
      expect(refused).toMatchObject({ status: 401, answer: { error: 'unknown-token' } });
      expect(refused.headers.get('Access-Control-Allow-Origin')).toBe('*');
    }
    for (const token of [tokenOf(undefined), api.sessionToken(shopDomain)]) {
      expect(await ask(token, { order: order.orderId })).toMatchObject({
        status: 403,
        answer: { error: 'not-logged-in' },
      });
    }
  });

  test('a buyer is no member of the staff', async () => {
    const order = await arrived();
    const { api } = stage.simulator;
    const response = await stage.fetch('/app/settings/api-token', {
      method: 'POST',
      headers: { Authorization: `Bearer ${api.sessionToken(shopDomain, { sub: order.customer })}` },
    });
    expect(response.status).toBe(403);
  });
});

/** The link of an order, as a merchant copies it from the suggestion. */
function linkOf({ orderId }: Arrived, { key = keyOf(), until = 4_000_000_000 } = {}): string {
  const said = `${shopDomain.replace('.myshopify.com', '')}.${orderId.split('/').at(-1)}.${until}`;
  return `/report/${said}.${createHmac('sha256', key).update(said).digest('hex')}`;
}

function keyOf(shop = shopDomain): string {
  return createHmac('sha256', stage.simulator.apiSecret)
    .update(`buyers' reports of ${shop}`)
    .digest('hex');
}

async function visit(path: string, body?: BodyInit, headers: Record<string, string> = {}) {
  const response = await fetch(`${stage.app.origin}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    redirect: 'manual',
    headers: { 'User-Agent': browser, 'Accept-Language': 'en', ...headers },
    ...(body === undefined ? {} : { body }),
  });
  return { status: response.status, headers: response.headers, html: await response.text() };
}

const idIn = (html: string) => /name="id" value="([^"]+)"/.exec(html)?.[1] ?? '';

describe('a signed link', () => {
  test('is what the settings and the suggestion give, and shows the order’s form in the buyer’s language', async () => {
    const order = await arrived();
    await visit(linkOf(order), formOf({ ...damaged(order) }));
    const suggestion = await suggestionOf(order.orderId);
    const detail = await (await stage.fetch(`/app/suggestions/${suggestion.id}.data`)).text();
    const [, given = ''] = /(\/report\/[\w.-]+)/.exec(detail) ?? [];
    const page = await visit(given, undefined, { 'Accept-Language': 'fr-CA,fr;q=0.9' });
    expect(page.status).toBe(200);
    expect(page.html).toContain('<html lang="fr">');
    expect(page.html).toContain('Qu’est-ce qui ne va pas');
    expect(page.html).toContain(order.name);
    expect(page.html).not.toContain('<script');
    expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(page.headers.get('Referrer-Policy')).toBe('no-referrer');
    const settings = await (await stage.fetch('/app/settings/connections.data')).text();
    expect(settings).toContain(keyOf());
    const german = await visit(`${given}?locale=de`);
    expect(german.html).toContain('Was stimmt nicht?');
  });

  test('takes a report once, tells how far it is, and takes it back', async () => {
    const order = await arrived();
    const link = linkOf(order);
    const { html } = await visit(link);
    const form = { ...damaged(order), id: idIn(html) };
    const sent = await visit(link, formOf(form, [photo]));
    expect([sent.status, sent.headers.get('Location')]).toEqual([303, `${link}?news=sent`]);
    expect((await visit(link, formOf(form, [photo]))).status).toBe(303);
    const [report, ...more] = await reportsOf(order.orderId);
    expect(more).toEqual([]);
    expect((await suggestionOf(order.orderId)).ground).toBe('damaged');
    const after = await visit(`${link}?news=sent`);
    expect(after.html).toContain('Your report was sent.');
    expect(after.html).toContain('data-state="looking"');
    const back = await visit(link, formOf({ withdraw: report?.id ?? '' }));
    expect(back.headers.get('Location')).toBe(`${link}?news=taken-back`);
    expect((await visit(link)).html).toContain('data-state="withdrawn"');
  });

  test('keeps what was typed when something is wrong with it', async () => {
    const order = await arrived();
    const link = linkOf(order);
    const typed = damaged(order, { problem: 'other', words: '', wish: 'refund' });
    const wrong = await visit(link, formOf({ ...typed, [`quantity.${order.lineId}`]: '7' }));
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('Say in your own words what it is.');
    expect(wrong.html).toContain('href="#words"');
    expect(wrong.html).toMatch(/id="problem-other"[^>]*checked/);
    expect(wrong.html).toContain('value="7"');
    expect(idIn(wrong.html)).toBe(typed.id);

    const words = 'It fell <apart> & broke';
    const large = Buffer.alloc(8 * 1024 * 1024 + 1, photo);
    const tooLarge = await visit(link, formOf({ ...typed, words }, [large]));
    expect(tooLarge.status).toBe(413);
    expect(tooLarge.html).toContain('A photo is larger than 8 MB.');
    expect(tooLarge.html).toContain('It fell &lt;apart&gt; &amp; broke');
    expect(await reportsOf(order.orderId)).toEqual([]);
  });

  test('takes no file that is none of the pictures it says', async () => {
    const order = await arrived();
    const link = linkOf(order);
    // 20,000 by 20,000 pixels in less than two megabytes.
    const bomb = await sharp({
      create: { width: 20_000, height: 20_000, channels: 3, background: '#000' },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(8 * 1024 * 1024);
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    const cut = photo.subarray(0, Math.floor(photo.length / 2));
    for (const file of [bomb, svg, cut, Buffer.from('no picture at all')]) {
      const refused = await visit(link, formOf(damaged(order), [file]));
      expect(refused.status).toBe(422);
      expect(refused.html).toContain('A photo is no JPEG, PNG or WebP picture');
    }
    const many = await visit(link, formOf(damaged(order), Array<Buffer>(6).fill(photo)));
    expect(many.html).toContain('No more than 5 photos.');
    expect(await reportsOf(order.orderId)).toEqual([]);
  });

  test('opens nothing when it was changed, is another’s, or is old', async () => {
    const order = await arrived();
    const other = await arrived();
    const link = linkOf(order);
    const changed = [
      link.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      link.replace(order.orderId.split('/').at(-1) ?? '', other.orderId.split('/').at(-1) ?? ''),
      link.replace('lantern-test', 'neighbour-test'),
      link.replace('.4000000000.', '.4000000001.'),
      linkOf(order, { key: keyOf(neighbour) }),
      linkOf(order, { key: 'guess' }),
      '/report/nothing',
    ];
    for (const path of changed) {
      for (const body of [undefined, formOf(damaged(order))]) {
        const refused = await visit(path, body);
        expect(refused.status).toBe(404);
        expect(refused.html).toContain('This link does not work.');
        expect(refused.html).not.toContain(order.name);
      }
    }
    const old = linkOf(order, { until: 1_700_000_000 });
    expect(await visit(old, formOf(damaged(order)))).toMatchObject({ status: 410 });
    expect((await visit(old)).html).toContain('This link is no longer valid.');
    const unknown = linkOf({ ...order, orderId: 'gid://shopify/Order/1' });
    expect(await visit(unknown)).toMatchObject({ status: 404 });
    expect(await reportsOf(order.orderId)).toEqual([]);
  });

  test('opens no report of another order', async () => {
    const order = await arrived();
    const other = await arrived();
    await visit(linkOf(order), formOf(damaged(order)));
    const [report] = await reportsOf(order.orderId);
    const tried = await visit(linkOf(other), formOf({ withdraw: report?.id ?? '' }));
    expect(tried.status).toBe(404);
    expect(await reportsOf(order.orderId)).toMatchObject([{ withdrawn_at: null }]);
  });

  test('what is no form, or far too much, is refused and not read into memory', async () => {
    const order = await arrived();
    const link = linkOf(order);
    const noForm = await visit(link, 'problem=damaged', {
      'Content-Type': 'application/x-www-form-urlencoded',
    });
    expect(noForm.status).toBe(400);
    const part = Buffer.alloc(8 * 1024 * 1024 - 1, 1);
    const six = await visit(link, formOf(damaged(order), Array<Buffer>(6).fill(part)));
    expect(six.status).toBe(413);
    expect(six.html).toContain('That was too much to send.');
  });

  test('a link that sends too often has to wait, and others need not', async () => {
    const order = await arrived();
    const other = await arrived();
    const link = linkOf(order);
    const answers: number[] = [];
    for (let tries = 0; tries < 11; tries += 1) {
      answers.push((await visit(link, formOf({ withdraw: randomUUID() }))).status);
    }
    expect(answers).toEqual([...Array<number>(10).fill(404), 429]);
    const waiting = await visit(link, formOf(damaged(order)));
    expect(Number(waiting.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(waiting.html).toContain('That was too often.');
    expect((await visit(linkOf(other), formOf(damaged(other)))).status).toBe(303);
  });
});

test('an order takes ten reports and no more', async () => {
  const order = await arrived();
  await stage.query(
    `insert into buyer_report (id, shop, order_id, client_id, door, at, problem, lines, remedy)
     select gen_random_uuid(), $1, $2, 'form-' || n, 'link', now(), 'late', '[]', 'refund' from generate_series(1, 10) n`,
    [shopDomain, order.orderId],
  );
  const refused = await visit(linkOf(order), formOf(damaged(order)));
  expect([refused.status, refused.html.includes('There are ten reports')]).toEqual([409, true]);
});

test('of two at once the tenth is taken, and the eleventh is not', async () => {
  const order = await arrived();
  await stage.query(
    `insert into buyer_report (id, shop, order_id, client_id, door, at, problem, lines, remedy)
     select gen_random_uuid(), $1, $2, 'form-' || n, 'link', now(), 'late', '[]', 'refund' from generate_series(1, 9) n`,
    [shopDomain, order.orderId],
  );
  const both = await Promise.all([1, 2].map(() => visit(linkOf(order), formOf(damaged(order)))));
  expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
  expect((await reportsOf(order.orderId)).length).toBe(10);
});

describe('what a buyer reported goes', () => {
  test('when Shopify asks to forget the buyer, with every picture', async () => {
    const order = await arrived();
    const before = photosOnDisk().length;
    await visit(linkOf(order), formOf(damaged(order), [photo]));
    await suggestionOf(order.orderId);
    expect(photosOnDisk().length).toBe(before + 1);
    await stage.simulator.api.deliver({
      shop: shopDomain,
      topic: 'customers/redact',
      body: {
        ...{ shop_domain: shopDomain, customer: { id: 1 } },
        orders_to_redact: [Number(order.orderId.split('/').at(-1))],
      },
    });
    await waitUntil(async () => (await reportsOf(order.orderId)).length === 0, 'the report to go');
    await waitUntil(() => photosOnDisk().length === before, 'the picture to go');
  });

  test('a picture whose report was broken off goes, too', async () => {
    const key = `${shopDomain}:${randomUUID()}:${randomUUID()}.jpg`;
    await stage.query('insert into photo_erasure (key, due_at) values ($1, now())', [key]);
    await waitUntil(async () => {
      const left = await stage.query('select key from photo_erasure where key = $1', [key]);
      return left.length === 0;
    }, 'the erasure');
  });
});
