import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';

const run = promisify(execFile);

const reportShape = z.object({
  read: z.object({ orders: z.number(), scored: z.number(), sellers: z.number() }),
  whole: z.object({
    byReview: z.object({
      rule: z.object({ suggested: z.number(), right: z.number() }),
      suggested: z.object({ suggested: z.number(), right: z.number() }),
    }),
  }),
});

/** Three orders promised for 20 March: one comes in time, one never leaves, and of one nothing was ever said. */
const tables = {
  'shop_orders.csv.gz': [
    'order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date',
    'a,c1,delivered,2018-03-01 10:00:00,2018-03-01 10:05:00,2018-03-02 10:00:00,2018-03-09 10:00:00,2018-03-20 00:00:00',
    'b,c2,processing,2018-03-01 11:00:00,2018-03-01 11:05:00,,,2018-03-20 00:00:00',
    'c,c3,processing,2018-03-01 12:00:00,2018-03-01 12:05:00,,,2018-03-20 00:00:00',
  ],
  'anything.csv': [
    'review_id,order_id,review_score,review_comment_message,review_answer_timestamp',
    'r1,a,5,"quick, and ""good""\nas ever",2018-03-11 10:00:00',
    'r2,b,1,,2018-03-23 10:00:00',
  ],
  'items.csv': [
    'order_id,order_item_id,seller_id,shipping_limit_date,price,freight_value',
    'a,1,s1,2018-03-05 10:00:00,50.00,9.90',
    'b,1,s2,2018-03-05 10:00:00,80.00,12.10',
  ],
  'readme.csv': ['something,else', '1,2'],
};

describe('npm run backtest', () => {
  let dir: string;

  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'backtest-'));
    for (const [name, lines] of Object.entries(tables)) {
      const text = `\uFEFF${lines.join('\n')}\n`;
      writeFileSync(join(dir, name), name.endsWith('.gz') ? gzipSync(text) : text);
    }
  });

  afterAll(() => {
    rmSync(dir, { recursive: true });
  });

  const backtest = (...parameters: readonly string[]) =>
    run(process.execPath, ['scripts/backtest.ts', ...parameters]);

  test('reads tables by their columns, plain and packed, and judges what was reviewed', async () => {
    const { stdout } = await backtest('--source', 'olist', '--dir', dir, '--json');
    expect(reportShape.parse(JSON.parse(stdout))).toEqual({
      read: { orders: 3, scored: 2, sellers: 2 },
      whole: {
        byReview: {
          rule: { suggested: 1, right: 1 },
          suggested: { suggested: 1, right: 1 },
        },
      },
    });
  });

  test('says what is wrong with a call, a policy or a folder', async () => {
    await expect(backtest('--dir', dir)).rejects.toMatchObject({ code: 2 });
    await expect(
      backtest('--source', 'olist', '--dir', dir, '--split', '2018-13-01'),
    ).rejects.toMatchObject({ code: 2 });
    await expect(
      backtest('--source', 'olist', '--dir', join(dir, 'nowhere')),
    ).rejects.toMatchObject({ code: 1 });
    const policy = join(dir, 'policy.json');
    writeFileSync(policy, '{"lanes":{"silentDays":3}}');
    await expect(
      backtest('--source', 'olist', '--dir', dir, '--policy', policy),
    ).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('lanes.silentDays: no-such-setting') as unknown,
    });
  });
});
