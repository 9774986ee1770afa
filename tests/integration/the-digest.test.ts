import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { suggested } from '#tests/support/decide.ts';
import { lateDispatchOrder } from '#tests/support/rest-order.ts';
import { shopDomain, startStage, testShop, waitUntil, type Stage } from '#tests/support/stage.ts';

const neighbour = 'neighbour-test.myshopify.com';
const orderName = '#LATE-7315';

interface Letter {
  readonly to: readonly string[];
  readonly text: string;
}

let stage: Stage;
let smtp: SMTPServer;
let chat: Server;
let chatUrl: string;
const letters: Letter[] = [];
const posts: { readonly path: string; readonly text: string }[] = [];
let smtpRefuses = false;
let chatStatus = 200;

beforeAll(async () => {
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo(_, _session, settle) {
      settle(smtpRefuses ? new Error('no such mailbox') : null);
    },
    onData(stream, session, settle) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        letters.push({ to, text: Buffer.concat(pieces).toString('utf8') });
        settle();
      });
    },
  });
  await new Promise<void>((ready) => smtp.listen(0, '127.0.0.1', ready));
  chat = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const { text } = JSON.parse(Buffer.concat(pieces).toString('utf8')) as { text: string };
      posts.push({ path: request.url ?? '', text });
      response.writeHead(chatStatus).end('ok');
    });
  });
  await new Promise<void>((ready) => chat.listen(0, '127.0.0.1', ready));
  const smtpPort = (smtp.server.address() as AddressInfo).port;
  const chatOrigin = `http://127.0.0.1:${(chat.address() as AddressInfo).port}`;
  chatUrl = `${chatOrigin}/services/T/B/x`;
  stage = await startStage({
    shops: [testShop, { ...testShop, domain: neighbour }],
    environment: {
      SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
      SMTP_FROM: 'Amends <amends@example.com>',
      CHAT_WEBHOOK_ORIGINS: chatOrigin,
    },
  });
  await stage.install();
  await stage.install(neighbour);
  const { id } = await suggested(stage, lateDispatchOrder({ name: orderName }));
  // As where paying is the first option: what is to wait is not to be decided.
  await stage.query(
    `update suggestion set recommendation = jsonb_set(recommendation, '{options,0}', recommendation -> 'options' -> 1)
     where id = $1`,
    [id],
  );
});
afterAll(async () => {
  await stage.close();
  await new Promise<void>((closed) => smtp.close(closed));
  chat.closeAllConnections();
  await new Promise((closed) => chat.close(closed));
});
beforeEach(() => {
  letters.length = 0;
  posts.length = 0;
  smtpRefuses = false;
  chatStatus = 200;
});

async function ask(fields: Readonly<Record<string, string>>, shop = shopDomain) {
  const body = new URLSearchParams(fields);
  const response = await stage.fetch('/app/settings/digest', { method: 'POST', body }, shop);
  const { outcome } = (await response.json()) as { readonly outcome: string };
  return outcome;
}

const save = (changes: Readonly<Record<string, string>> = {}, shop = shopDomain) =>
  ask({ wish: 'save', recipients: '', chatUrl: '', language: 'en', ...changes }, shop);

/** It is the shop's morning, whatever the clock says: as many hours behind or ahead as it takes. */
async function makeItMorning(shop = shopDomain): Promise<void> {
  const hour = new Date().getUTCHours();
  const ahead = (9 - hour + 24) % 24;
  const timezone = ahead <= 12 ? `Etc/GMT-${ahead}` : `Etc/GMT+${24 - ahead}`;
  await stage.query('update shop set timezone = $2 where domain = $1', [shop, timezone]);
}

/** What happens every quarter of an hour. */
async function roundOfDigests(): Promise<void> {
  await stage.query(
    `insert into pgboss.job (name, data, policy) values ('digest-all', null, 'stately')`,
  );
}

test('it is off until somebody says where it goes', async () => {
  await makeItMorning();
  expect(await ask({ wish: 'test' })).toBe('not-due');
  expect(await stage.query('select * from digest_setting')).toEqual([]);
});

test('one is sent to try it out: counts and sums, nothing of an order', async () => {
  expect(await save({ recipients: 'ann@example.com\nbo@example.com', chatUrl })).toBe('saved');
  expect(await ask({ wish: 'test' })).toBe('sent');
  expect(letters.map(({ to }) => to)).toEqual([['ann@example.com'], ['bo@example.com']]);
  const [letter] = letters;
  expect(letter?.text).toContain('Subject: Amends: your day');
  expect(letter?.text).toMatch(
    /To decide:\s+1: \$45\.00\s+Of these, due within three days:\s+1: \$45\.00/,
  );
  expect(letter?.text).toMatch(/Refunded in the last 24 hours:\s+nothing/);
  expect(letter?.text).not.toContain('bo@example.com');
  expect(letter?.text).not.toContain(orderName);
  expect(posts.map(({ path: at }) => at)).toEqual(['/services/T/B/x']);
  expect(posts[0]?.text).toContain('$45.00');
});

test('addresses lie encrypted; the chat’s is shown to nobody', async () => {
  const rows = await stage.query<{ text: string }>(
    'select digest_setting::text as text from digest_setting',
  );
  expect(rows.length).toBe(1);
  expect(JSON.stringify(rows)).not.toContain('example.com');
  expect(JSON.stringify(rows)).not.toContain('/services/');
  const page = await (await stage.fetch('/app/settings/connections')).text();
  expect(page).toContain('ann@example.com');
  expect(page).not.toContain('/services/T');
  const other = await (await stage.fetch('/app/settings/connections', {}, neighbour)).text();
  expect(other).not.toContain('ann@example.com');
});

test('it goes out in the morning, once a day', async () => {
  await stage.query('update digest_setting set sent_for = null');
  await makeItMorning();
  await roundOfDigests();
  await waitUntil(() => letters.length === 2 && posts.length === 1, 'the digest');
  await roundOfDigests();
  await waitUntil(async () => {
    const [left] = await stage.query<{ n: number }>(
      `select count(*)::int as n from pgboss.job where name like 'digest%' and state in ('created', 'active', 'retry')`,
    );
    return left?.n === 0;
  }, 'the second round to be over');
  expect([letters.length, posts.length]).toEqual([2, 1]);
});

test('what does not go out is told, and what went is not repeated', async () => {
  smtpRefuses = true;
  expect(await ask({ wish: 'test' })).toBe('partly');
  expect(posts.length).toBe(1);
  const [row] = await stage.query<{ problem: string }>('select problem from digest_setting');
  expect(row?.problem).toBe('mail-failed');
  chatStatus = 500;
  expect(await ask({ wish: 'test' })).toBe('failed');
  expect(stage.app.lastLines().join('\n')).not.toContain('ann@example.com');
});

test.each([
  ['an address inside the house', { chatUrl: 'http://169.254.169.254/latest' }, 'chat-not-allowed'],
  ['another host', { chatUrl: 'https://hooks.slack.com.example.com/x' }, 'chat-not-allowed'],
  ['no address', { recipients: 'ann' }, 'unreadable'],
  ['too many', { recipients: 'a@b.co,b@b.co,c@b.co,d@b.co,e@b.co,f@b.co' }, 'unreadable'],
  ['a line of a header', { recipients: 'a@b.co\r\nBcc: x@y.co' }, 'unreadable'],
  ['a language that there is not', { language: 'tlh' }, 'unreadable'],
])('%s is refused', async (_, changes, outcome) => {
  expect(await save(changes)).toBe(outcome);
});

test('in another language, and off again with everything typed in', async () => {
  expect(await save({ recipients: 'ann@example.com', language: 'de' })).toBe('saved');
  expect(await ask({ wish: 'test' })).toBe('sent');
  expect(letters[0]?.text).toContain('Amends: Ihr Tag');
  // The chat was not typed in again, and stays.
  expect(posts.length).toBe(1);
  expect(await ask({ wish: 'off' })).toBe('off');
  expect(await stage.query('select * from digest_setting')).toEqual([]);
  expect(await ask({ wish: 'test' })).toBe('not-due');
});
