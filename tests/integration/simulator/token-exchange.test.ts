import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectApp, textIn, type ConnectedApp } from './connected-app.ts';

const readShop = '{ shop { currencyCode } }';
const offline = 'urn:shopify:params:oauth:token-type:offline-access-token';
const online = 'urn:shopify:params:oauth:token-type:online-access-token';
const hourMs = 3_600_000;

describe('token exchange', () => {
  let app: ConnectedApp;
  beforeAll(async () => {
    app = await connectApp();
  });
  afterAll(() => app.close());

  const refresh = (token: unknown) =>
    app.oauth({ grant_type: 'refresh_token', refresh_token: token });

  test('hands out an offline token with the scopes of shopify.app.toml, an hour and a refresh token', async () => {
    const { status, body } = await app.exchange({ requested_token_type: offline });
    expect(status).toBe(200);
    expect(body).toMatchObject({ expires_in: 3600, refresh_token_expires_in: 7_776_000 });
    expect(textIn(body, 'scope').split(',')).toContain('write_orders');
    expect((await app.adminWith(textIn(body, 'access_token'), readShop)).status).toBe(200);
  });

  test('hands out an online token with its user', async () => {
    const { body } = await app.exchange({ requested_token_type: online });
    expect(body).toMatchObject({ associated_user: { id: 42, locale: 'en' } });
    expect(body['refresh_token']).toBeUndefined();
  });

  test('refuses a session token that is forged, expired, for another app or of another shop', async () => {
    const { api, shop } = app;
    const token = api.sessionToken(shop);
    const bad = [
      `${token.slice(0, -4)}AAAA`,
      api.sessionToken(shop, { exp: 1, nbf: 0 }),
      api.sessionToken(shop, { aud: 'another app' }),
      api.sessionToken(shop, { dest: 'https://other.myshopify.com' }),
      'no token',
    ];
    for (const subject_token of bad) {
      const { status, body } = await app.exchange({ subject_token });
      expect([status, body['error']]).toEqual([400, 'invalid_subject_token']);
    }
  });

  test('refuses a wrong client id and a wrong secret', async () => {
    expect((await app.exchange({ client_id: 'x' })).body).toMatchObject({
      error: 'application_cannot_be_found',
    });
    expect((await app.exchange({ client_secret: 'x' })).body).toMatchObject({
      error: 'invalid_client',
    });
  });

  test('ends an access token after an hour of the clock and starts another on refresh', async () => {
    const first = (await app.exchange()).body;
    app.api.clock.advance(hourMs + 1);
    expect((await app.adminWith(textIn(first, 'access_token'), readShop)).status).toBe(401);
    const second = (await refresh(first['refresh_token'])).body;
    expect(second['refresh_token']).not.toBe(first['refresh_token']);
    expect((await app.adminWith(textIn(second, 'access_token'), readShop)).status).toBe(200);
  });

  test('keeps a replaced refresh token valid until its replacement is used', async () => {
    const first = (await app.exchange()).body;
    const lost = await refresh(first['refresh_token']);
    expect(lost.status).toBe(200);
    const again = await refresh(first['refresh_token']);
    expect(again.status).toBe(200);
    await app.adminWith(textIn(again.body, 'access_token'), readShop);
    expect(await refresh(first['refresh_token'])).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    });
    expect((await refresh(again.body['refresh_token'])).status).toBe(200);
  });

  test('answers 401 to a token of nobody, and knows no other shop', async () => {
    expect((await app.adminWith('shpat_nobody', readShop)).status).toBe(401);
    const other = { host: 'elsewhere.myshopify.com' };
    expect((await app.post('/admin/oauth/access_token', {}, other)).status).toBe(404);
  });

  test('refuses every refresh when it is told to', async () => {
    const { body } = await app.exchange();
    app.api.faults.refuseRefresh = true;
    expect(await refresh(body['refresh_token'])).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    });
    app.api.faults.refuseRefresh = false;
    expect((await refresh(body['refresh_token'])).status).toBe(200);
  });
});

test('an uninstalled app has no valid token, and is installed again by the next exchange', async () => {
  const app = await connectApp();
  const { body } = await app.exchange();
  app.api.uninstall(app.shop);
  expect((await app.admin(readShop)).status).toBe(401);
  expect(
    (await app.oauth({ grant_type: 'refresh_token', refresh_token: body['refresh_token'] })).status,
  ).toBe(400);
  expect((await app.exchange()).status).toBe(200);
  await app.close();
});
