import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { march, sent } from '#tests/support/story.ts';

const story = {
  shop: { country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin' },
  now: march(40),
  orders: [sent()],
};

function assess(told: unknown, ...options: readonly string[]) {
  const parameters = ['scripts/assess.ts', '--story', '-', ...options];
  const input = typeof told === 'string' ? told : JSON.stringify(told);
  return spawnSync(process.execPath, parameters, { input, encoding: 'utf8' });
}

describe('npm run assess', () => {
  test('prints the judgement as it is shared', () => {
    const { stdout, status } = assess(story, '--json');
    expect(status).toBe(0);
    const { assessments } = JSON.parse(stdout) as { assessments: unknown[] };
    expect(assessments).toEqual([
      expect.objectContaining({
        orderId: '1001',
        lookAgainAt: null,
        claims: [expect.objectContaining({ scenario: 'logistics', ground: 'lost' })],
        recommendation: expect.objectContaining({ option: 'refund', amount: '45.00' }) as unknown,
      }),
    ]);
  });

  test('tells it in words, in either language', () => {
    expect(assess(story).stdout).toContain('Lost: 85% likely that the buyer is owed €45.00');
    expect(assess(story, '--language', 'zh-CN').stdout).toContain('丢失：85% 的可能应退');
  });

  test('says which field of an unreadable story is wrong, and ends with 1', () => {
    const { stderr, status } = assess({ ...story, now: 'soon' });
    expect(status).toBe(1);
    expect(stderr).toContain('now: is not a date and time');
  });

  test('says how it is called, and ends with 2', () => {
    const { stderr, status } = spawnSync(process.execPath, ['scripts/assess.ts'], {
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([2, expect.stringContaining('--story FILE')]);
    expect(assess(story, '--language', 'tlh').status).toBe(2);
  });
});
