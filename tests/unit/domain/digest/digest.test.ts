import { describe, expect, test } from 'vitest';
import { digestDayDue, isChatUrl } from '#app/domain/digest/digest.ts';
import { instant } from '#tests/support/order-facts.ts';

describe('a digest is due', () => {
  const timezone = 'America/New_York';
  const at = (time: string) => ({ now: instant(time), timezone });

  test('from the shop’s morning on, once a day', () => {
    expect(digestDayDue(null, at('2026-11-26T12:59:00Z'))).toBeNull();
    expect(digestDayDue(null, at('2026-11-26T13:00:00Z'))).toBe('2026-11-26');
    expect(digestDayDue('2026-11-26', at('2026-11-26T23:00:00Z'))).toBeNull();
    expect(digestDayDue('2026-11-26', at('2026-11-27T14:00:00Z'))).toBe('2026-11-27');
  });
});

test.each([
  ['https://hooks.slack.com/services/a', true],
  ['http://hooks.slack.com/services/a', false],
  ['https://hooks.slack.com.example.com/', false],
  ['https://hooks.slack.com:8443/', false],
  ['https://user@hooks.slack.com/', false],
  ['https://:word@hooks.slack.com/', false],
  ['https://chat.example.com/hook', true],
  ['https://169.254.169.254/', false],
  ['file:///etc/passwd', false],
  ['slack', false],
])('%s may be posted to: %s', (url, isAllowed) => {
  expect(isChatUrl(url, ['https://chat.example.com'])).toBe(isAllowed);
});
