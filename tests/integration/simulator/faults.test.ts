import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { waitUntil } from '#tests/support/stage.ts';
import { connectApp, type ConnectedApp } from './connected-app.ts';
import { cups } from './rest-body.ts';
import { refundOf } from './single-refund.ts';

const readShop = '{ shop { currencyCode } }';

describe('Shopify, told to fail', () => {
  let app: ConnectedApp;
  beforeEach(async () => {
    app = await connectApp();
  });
  afterEach(() => app.close());

  test('throttles in both forms when it is told to', async () => {
    app.api.faults.throttle = 2;
    expect((await app.admin(readShop)).body).toMatchObject({
      errors: [{ extensions: { code: 'THROTTLED' } }],
    });
    app.api.faults.throttleAs = 'http';
    expect((await app.admin(readShop)).status).toBe(429);
    expect((await app.admin(readShop)).body['errors']).toBeUndefined();
  });

  test('is down when it is told to, and fails a refund without making it', async () => {
    app.api.faults.down = true;
    expect((await app.admin(readShop)).status).toBe(503);
    app.api.faults.down = false;
    app.api.faults.failRefunds = 1;
    const id = app.load(cups());
    expect((await app.admin(refundOf(app, id))).status).toBe(500);
    expect(app.api.order(app.shop, id)?.refunds).toHaveLength(0);
    expect((await app.admin(refundOf(app, id))).status).toBe(200);
    expect(app.api.order(app.shop, id)?.refunds).toHaveLength(1);
  });

  test('cuts the connection after it made the refund', async () => {
    app.api.faults.dropRefundAnswers = 1;
    const id = app.load(cups());
    await expect(app.admin(refundOf(app, id))).rejects.toThrow();
    expect(app.api.order(app.shop, id)?.refunds).toHaveLength(1);
    await app.admin(refundOf(app, id));
    expect(app.api.order(app.shop, id)?.refunds).toHaveLength(1);
    expect(app.api.calls().map(({ status }) => status)).toEqual([0, 200]);
  });

  test('makes a refund late, whether or not anybody still waits for it', async () => {
    Object.assign(app.api.faults, { lateRefunds: 2, lateMs: 200, lateCut: true });
    const cut = app.load(cups());
    await expect(app.admin(refundOf(app, cut))).rejects.toThrow();
    expect(app.api.order(app.shop, cut)?.refunds).toHaveLength(0);
    await app.api.lateSettled();
    expect(app.api.order(app.shop, cut)?.refunds).toHaveLength(1);
    app.api.faults.lateCut = false;
    const waited = app.load(cups());
    expect((await app.admin(refundOf(app, waited))).status).toBe(200);
    expect(app.api.order(app.shop, waited)?.refunds).toHaveLength(1);
    expect(app.api.calls().map(({ status }) => status)).toEqual([0, 200]);
  });

  test('tells which refunds were made while another was on its way', async () => {
    const id = app.load(cups());
    const before = app.api.refundElsewhere(app.shop, id, '1');
    Object.assign(app.api.faults, { lateRefunds: 1, lateMs: 200 });
    const late = app.admin(refundOf(app, id));
    await waitUntil(() => app.api.faults.lateRefunds === 0, 'the call to arrive');
    const meanwhile = app.api.refundElsewhere(app.shop, id, '1');
    await late;
    expect([...app.api.crossedRefunds()]).toEqual([meanwhile]);
    expect(app.api.order(app.shop, id)?.refunds.map((each) => each.id)).toContain(before);
  });
});
