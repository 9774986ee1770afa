import { expect, test } from 'vitest';
import { parseMoney } from '#app/domain/money.ts';
import { digestText } from '#app/notify/digest-text.ts';
import { wordTrees } from '#tests/support/words.ts';

const sum = (count: number, amount: string, currency: string) => ({
  ...{ count, amount: parseMoney(amount, currency) },
});

test('a digest has a line for each figure and currency, exact', () => {
  const figures = {
    waiting: [sum(1200, '12345678901234.56', 'USD'), sum(2, '900', 'JPY')],
    soon: [],
    paid: [sum(1, '1.234', 'KWD')],
  };
  const queueUrl = 'https://a.myshopify.com/admin/apps/key';
  const { subject, text } = digestText(wordTrees.en, { language: 'en', figures, queueUrl });
  expect(subject).toBe('Amends: your day');
  expect(text.split('\n').map((line) => line.replace(/\u00a0/g, ' '))).toEqual([
    'To decide:',
    '  1,200: $12,345,678,901,234.56',
    '  2: ¥900',
    'Of these, due within three days:',
    '  nothing',
    'Refunded in the last 24 hours:',
    '  1: KWD 1.234',
    '',
    `Open: ${queueUrl}`,
  ]);
});

test('words that are not there are no empty letter', () => {
  const figures = { waiting: [], soon: [], paid: [] };
  const without = { language: 'en', figures, queueUrl: 'https://a.example' } as const;
  expect(() => digestText({}, without)).toThrow('no words for digest-mail.waiting');
});
