import { describe, expect, test } from 'vitest';
import { redact } from '#app/domain/text/redact.ts';

describe('what may name a person is taken out', () => {
  test.each([
    ['Write to anna.k+shop@example.co.uk please', 'Write to […] please'],
    ['see https://example.com/u/anna?id=1 for the photo', 'see […] for the photo'],
    ['ask @anna_k on the app', 'ask […] on the app'],
    ['call me: +49 (0) 30 1234567', 'call me: […]'],
    ['order #1234567 is not here', 'order […] is not here'],
    ['my card 4111 1111 1111 1111 was charged', 'my card […] was charged'],
    ['tracking RB123456789CN says delivered', 'tracking […] says delivered'],
    ['Dear Anna Karenina, the cup is broken', 'Dear […], the cup is broken'],
    ['My name is Jean-Luc and it never came', 'My name is […] and it never came'],
    ['Kaputt. Mit freundlichen Grüßen, Herr Schmidt', 'Kaputt. Mit freundlichen Grüßen, Herr […]'],
    ['Меня зовут Анна, чашка разбита', 'Меня зовут […], чашка разбита'],
    ['我叫王小明，杯子碎了', '[…]，杯子碎了'],
    ['田中さんに届いた', '[…]に届いた'],
    ['제 이름은 김민수 입니다', '[…] 입니다'],
    ['اسمي أحمد والكوب مكسور', '[…] والكوب مكسور'],
  ])('%s', (text, left) => {
    expect(redact(text)).toBe(left);
  });
});

test.each([
  'I ordered 12 and got 8 on 3/4, the blue ones in size 42',
  'Hi, the cup arrived broken',
  '杯子碎了，退款吧',
  '',
])('what is said of the goods stays: %s', (text) => {
  expect(redact(text)).toBe(text);
});

test.each([
  ['1 '.repeat(2000), '[…] '],
  ['A1'.repeat(2000), '[…]'],
  ['a.'.repeat(2000), 'a.'.repeat(2000)],
  [`${'a'.repeat(4000)}@`, `${'a'.repeat(4000)}@`],
])('an attack on the patterns is only a text', (hostile, left) => {
  expect(redact(hostile)).toBe(left);
});
