import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { tokenCipher } from '#app/db/token-cipher.server.ts';

describe('a sealed token', () => {
  const cipher = tokenCipher(randomBytes(32));

  test('opens for its own row, and never shows what it holds', () => {
    const sealed = cipher.seal('a token', 'row 1');
    expect(sealed).not.toContain('token');
    expect(cipher.open(sealed, 'row 1')).toBe('a token');
  });

  test('is another one each time', () => {
    expect(cipher.seal('a token', 'row 1')).not.toBe(cipher.seal('a token', 'row 1'));
  });

  test('does not open in another row, under another key, or changed', () => {
    const sealed = cipher.seal('a token', 'row 1');
    expect(() => cipher.open(sealed, 'row 2')).toThrow();
    expect(() => tokenCipher(randomBytes(32)).open(sealed, 'row 1')).toThrow();
    const [version, nonce, tag, text] = sealed.split('.');
    const changed = [version, nonce, tag, `A${text?.slice(1) ?? ''}`].join('.');
    if (changed !== sealed) expect(() => cipher.open(changed, 'row 1')).toThrow();
    expect(() => cipher.open('a token', 'row 1')).toThrow();
  });

  test('needs a key of 32 bytes', () => {
    expect(() => tokenCipher(randomBytes(16))).toThrow(RangeError);
  });
});
