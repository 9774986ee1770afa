import { describe, expect, test } from 'vitest';
import { viewNameKey, viewNameOf } from '#app/domain/saved-view.ts';

describe('the name of a view', () => {
  test.each([
    ['  Lost   in DE ', 'Lost in DE'],
    ['丢失包裹', '丢失包裹'],
    ['👨‍👩‍👧', '👨‍👩‍👧'],
    ['a\u202eb\u0000c', 'abc'],
    ['x'.repeat(40), 'x'.repeat(40)],
    ['😀'.repeat(20), '😀'.repeat(20)],
  ])('"%s" is kept as "%s"', (text, name) => {
    expect(viewNameOf(text)).toBe(name);
    expect(viewNameOf(name)).toBe(name);
  });

  test.each(['', '   ', '\u200b', '\u202e\u0000', 'x'.repeat(41)])('"%s" is none', (text) => {
    expect(viewNameOf(text)).toBeNull();
  });

  test('is the same in capitals, and in wide letters', () => {
    expect(viewNameKey('ＬＯＳＴ')).toBe(viewNameKey('lost'));
    expect(viewNameKey('lost')).not.toBe(viewNameKey('last'));
  });
});
