import { describe, expect, test } from 'vitest';
import { parseMoney } from '#app/domain/money.ts';
import { parseDay } from '#app/domain/overview/day.ts';
import {
  countryWords,
  currencyWords,
  dateWords,
  durationWords,
  instantWords,
  moneyWords,
  plainInstant,
  relativeWords,
  shortDayWords,
  wallTimeOf,
} from '#app/ui/format.ts';
import { instant } from '#tests/support/order-facts.ts';
import { wordsIn } from '#tests/support/words.ts';

const en = wordsIn('en');
const zh = wordsIn('zh-CN');
const spaced = (text: string) => text.replaceAll('\u00a0', ' ');

describe('money', () => {
  test.each([
    ['12.50', 'USD', '$12.50', 'US$12.50'],
    ['12000', 'JPY', '¥12,000', 'JP¥12,000'],
    ['1.234', 'KWD', 'KWD 1.234', 'KWD 1.234'],
    // Intl alone would round these to whole dinars.
    ['1.234', 'IQD', 'IQD 1.234', 'IQD 1.234'],
    ['1200', 'UGX', 'UGX 1,200', 'UGX 1,200'],
    // More than a floating-point number can hold.
    ['90071992547409931.27', 'USD', '$90,071,992,547,409,931.27', 'US$90,071,992,547,409,931.27'],
    ['-3.00', 'EUR', '-€3.00', '-€3.00'],
  ])('%s %s is exact', (amount, currency, english, chinese) => {
    const money = parseMoney(amount, currency);
    expect(spaced(moneyWords(money, en))).toBe(english);
    expect(spaced(moneyWords(money, zh))).toBe(chinese);
  });
});

describe('time', () => {
  const now = instant('2026-11-25T12:00:00Z');

  test.each([
    ['2026-11-28T13:00:00Z', 'in 3 days', '3天后'],
    ['2026-11-25T12:59:59Z', 'in 59 minutes', '59分钟后'],
    ['2026-11-25T12:00:30Z', 'this minute', '此刻'],
    ['2026-11-25T09:30:00Z', '2 hours ago', '2小时前'],
    ['2026-11-24T11:00:00Z', 'yesterday', '昨天'],
  ])('%s is %s', (text, english, chinese) => {
    expect(relativeWords(instant(text), now, en)).toBe(english);
    expect(relativeWords(instant(text), now, zh)).toBe(chinese);
  });

  test('is the shop’s, not the server’s', () => {
    expect(instantWords(instant('2026-11-25T03:05:00Z'), en)).toBe('Nov 24, 2026, 22:05');
    const shanghai = wordsIn('zh-CN', 'Asia/Shanghai');
    expect(instantWords(instant('2026-11-25T16:05:00Z'), shanghai)).toBe('2026年11月26日 00:05');
  });

  test('in a file is as spreadsheets read it', () => {
    expect(plainInstant(instant('2026-11-25T03:05:09Z'), en)).toBe('2026-11-24 22:05:09');
    expect(plainInstant(instant('2026-11-25T05:00:00Z'), en)).toBe('2026-11-25 00:00:00');
  });

  test('of a day on the wall is the same everywhere', () => {
    const day = parseDay('2026-11-05');
    if (!day) throw new Error('no day');
    expect(shortDayWords(day, en)).toBe('Nov 5');
    expect(shortDayWords(day, wordsIn('zh-CN', 'Pacific/Apia'), true)).toBe('2026年11月5日');
  });

  test.each([
    [0, '0 minutes', '0分钟'],
    [90, '1.5 minutes', '1.5分钟'],
    [7200, '2 hours', '2小时'],
    [302_400, '3.5 days', '3.5天'],
  ])('that something took: %i seconds', (seconds, english, chinese) => {
    expect(durationWords(seconds, en)).toBe(english);
    expect(durationWords(seconds, zh).replaceAll(/\s/g, '')).toBe(chinese);
  });

  test('of an unknown timezone is UTC', () => {
    const lost = wordsIn('en', 'Mars/Olympus_Mons');
    expect(instantWords(instant('2026-11-25T03:05:00Z'), lost)).toBe('Nov 25, 2026, 03:05');
  });
});

test.each([
  ['USD', 'US Dollar', '美元'],
  ['USDC', 'USDC', 'USDC'],
])('the currency %s', (code, english, chinese) => {
  expect(currencyWords(code, en)).toBe(english);
  expect(currencyWords(code, zh)).toBe(chinese);
});

test.each([
  ['DE', 'Germany', '德国'],
  ['XZ', 'XZ', 'XZ'],
  ['de', 'de', 'de'],
  ['', '', ''],
])('the country %s', (code, english, chinese) => {
  expect(countryWords(code, en)).toBe(english);
  expect(countryWords(code, zh)).toBe(chinese);
});

test.each([
  ['2026-11-25T03:05:00Z', 'America/New_York', '2026-11-24T22:05'],
  ['2026-11-25T16:00:00Z', 'Asia/Shanghai', '2026-11-26T00:00'],
])('at %s the clock on the wall in %s shows %s', (at, timezone, expected) => {
  expect(wallTimeOf(instant(at), { timezone })).toBe(expected);
});

test('a date is named with its day of the week', () => {
  expect(dateWords('2026-11-26', en)).toBe('Thu, Nov 26');
  expect(dateWords('2026-11-26', zh)).toBe('11月26日周四');
});
