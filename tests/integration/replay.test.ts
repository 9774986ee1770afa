import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReplayReport } from '../../scripts/replay/report.ts';

const fixtures = 'tests/fixtures/orders';
let directory: string;

/** Words of the reason for which each of the files that are no orders is refused. */
const reasons: Readonly<Record<string, string>> = {
  'contradicts-itself-no-date.json': 'created_at',
  'contradicts-itself-no-presentment-amounts.json': 'EUR',
  'contradicts-itself-price-is-no-amount.json': 'twenty',
  'contradicts-itself-refunded-more-than-ordered.json': '5 units',
  'contradicts-itself-ships-another-line.json': 'line 12',
  'not-an-order-broken.json': 'malformed JSON',
  'not-an-order-checkout.json': 'a checkout',
  'not-an-order-empty.json': 'no id',
  'not-an-order-fulfillment.json': 'Fulfillment',
  'not-an-order-graphql.json': 'GraphQL',
  'not-an-order-list.json': 'list of orders',
  'not-an-order-number.json': 'no JSON object',
  'not-an-order-refund.json': 'Refund',
};

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'replay-'));
  cpSync(fixtures, directory, { recursive: true });
  writeFileSync(join(directory, 'not-an-order-broken.json'), '{"id": 1, "line_items": [');
});
afterAll(() => {
  rmSync(directory, { recursive: true });
});

async function replay(...parameters: readonly string[]) {
  const child = spawn(process.execPath, ['scripts/replay.ts', ...parameters], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const code = new Promise<number | null>((settle) => child.once('close', settle));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, stdout, stderr };
}

describe('a replay', () => {
  test('takes every awkward order through the line, and rejects what is none with a reason', async () => {
    const { code, stdout, stderr } = await replay('--orders', directory, '--json');
    expect(stderr).not.toContain('not assessed');
    const report = JSON.parse(stdout) as ReplayReport;
    const names = readdirSync(directory);
    const bad = Object.keys(reasons).length;
    const found = report.rejected.map(({ file, reason }) => {
      const words = reasons[file] ?? 'no reason that was expected';
      return [file, reason.includes(words) ? words : reason];
    });
    expect(Object.fromEntries(found)).toEqual(reasons);
    expect(report.files).toBe(names.length);
    expect(report.loaded).toBe(names.length - bad);
    expect(report.orders).toEqual({ looked: report.loaded, assessed: report.loaded });
    expect(report.deliveries.acknowledged).toBe(report.deliveries.sent);
    expect(report.deliveries.duplicates).toBe(report.deliveries.sent / 2);
    expect(report.deadLetters).toEqual([]);
    expect(report.suggestions.byGround).toEqual({
      'cancelled-unrefunded': 2,
      'late-dispatch': 16,
      lost: 3,
    });
    expect(code).toBe(0);
  });

  test('says what is missing when it is not told which orders, or there are none', async () => {
    expect(await replay()).toMatchObject({ code: 1, stdout: '' });
    const { code, stderr } = await replay('--orders', join(directory, 'nowhere'));
    expect(code).toBe(1);
    expect(stderr).toContain('nowhere');
  });
});
