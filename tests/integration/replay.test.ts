import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReplayReport } from '../../scripts/replay/report.ts';

const fixtures = 'tests/fixtures/orders';
let directory: string;

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
    const bad = names.filter((name) => /^(not-an-order|contradicts-itself)-/.test(name));
    expect(report.rejected.map(({ file }) => file)).toEqual(bad.sort());
    expect(report.rejected.every(({ reason }) => reason.length > 5)).toBe(true);
    expect(report.files).toBe(names.length);
    expect(report.loaded).toBe(names.length - bad.length);
    expect(report.orders).toEqual({ looked: report.loaded, assessed: report.loaded });
    expect(report.deliveries.acknowledged).toBe(report.deliveries.sent);
    expect(report.deliveries.duplicates).toBe(report.deliveries.sent / 2);
    expect(report.deadLetters).toEqual([]);
    expect(report.suggestions.byGround).toEqual({});
    expect(code).toBe(0);
  });

  test('says what is missing when it is not told which orders, or there are none', async () => {
    expect(await replay()).toMatchObject({ code: 1, stdout: '' });
    const { code, stderr } = await replay('--orders', join(directory, 'nowhere'));
    expect(code).toBe(1);
    expect(stderr).toContain('nowhere');
  });
});
