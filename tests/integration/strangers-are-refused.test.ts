import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

interface Row {
  readonly attack: string;
  readonly tries: number;
  readonly breaches: readonly string[];
}

test('whatever strangers try is refused', () => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['scripts/strangers.ts', '--json'],
    { encoding: 'utf8' },
  );
  expect([status, stderr]).toEqual([0, '']);
  const rows = JSON.parse(stdout) as readonly Row[];
  const breached = rows.filter(({ breaches }) => breaches.length > 0);
  expect(breached).toEqual([]);
  expect(rows.map(({ attack }) => attack)).toContain("another shop's data, at every address");
  expect(rows.every(({ tries }) => tries > 0)).toBe(true);
});
