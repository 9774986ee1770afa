import { describe, expect, test } from 'vitest';
import { longestRead, normalise } from '#app/domain/text/normalise.ts';
import { simplified } from '#app/domain/text/simplified.ts';

describe('one spelling of a text', () => {
  test.each([
    ['en', 'It’s BROKEN!!! really', 'its broken , really'],
    ['en', 'sooooo  baaad', 'soo baad'],
    ['en', "doesn't work", 'doesnt work'],
    ['fr', "L'écran n'est pas ARRIVÉ", 'l ecran n est pas arrive'],
    ['de', 'Größe', 'grosse'],
    ['vi', 'Vỡ', 'vỡ'.normalize('NFD')],
    ['ar', 'مكسـورة', 'مكسوره'],
    ['ru', 'ещё', 'еще'],
    ['ja', 'が割れた', 'が割れた'],
    ['ko', '깨졌어요', '깨졌어요'],
    ['en', 'only 12 of 24', 'only 00 of 00'],
    ['en', '...\n (hello) ', 'hello'],
    ['en', 'good 👍🏽👍🏽', 'good 👍👍'],
    ['zh', '收到，碎了。', '收到 , 碎了'],
    ['ar', 'بَيْت', 'بيت'],
    ['en', '', ''],
  ] as const)('%s: %s', (language, original, text) => {
    expect(normalise(original, language).text).toBe(text);
  });

  test('knows where each of its characters stood', () => {
    const original = 'Ach, GRÖSSE: 😀 kaputt';
    const { text, origin } = normalise(original, 'de');
    const at = text.indexOf('kaputt');
    expect(original.slice(origin[at])).toBe('kaputt');
    expect(origin).toHaveLength(text.length + 1);
  });

  test('leaves off what nobody reads', () => {
    expect(normalise('a b '.repeat(50_000), 'en').text.length).toBeLessThanOrEqual(longestRead);
  });
});

test('traditional characters become simplified at their places', () => {
  expect(simplified('收到貨的時候壞了')).toBe('收到货的时候坏了');
  // One sign outside of the first plane is two units long, whatever it becomes.
  expect(simplified('㗲壞')).toBe('㗲坏');
  expect(simplified('no Chinese')).toBe('no Chinese');
});
