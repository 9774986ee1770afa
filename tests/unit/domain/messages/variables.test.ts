import { describe, expect, test } from 'vitest';
import { fillIn, leftOpen, variablesIn, withoutVariables } from '#app/domain/messages/variables.ts';

describe('a text', () => {
  test('is filled in', () => {
    expect(fillIn('{{order}}, {{ order }}: {{day}}', { order: '#1', day: 'Monday' })).toBe(
      '#1, #1: Monday',
    );
  });

  test('is filled in once: an order named after a variable stays what it is', () => {
    const fillings = { order: '{{amount}}', amount: '{{order}} $& $1' };
    expect(fillIn('{{order}} {{amount}}', fillings)).toBe('{{amount}} {{order}} $& $1');
  });

  test('keeps what it cannot be filled with', () => {
    expect(fillIn('{{warp}} {{toString}} {{__proto__}} {order}', { order: '#1' })).toBe(
      '{{warp}} {{toString}} {{__proto__}} {order}',
    );
  });

  test('says which variables it has, in any alphabet', () => {
    expect(variablesIn('{{a}} {{ a }} {{last-scan}} {{单号}} {{}} {{a b}}')).toEqual([
      'a',
      'last-scan',
      '单号',
    ]);
    expect(withoutVariables('a {{b}} c')).toBe('a  c');
  });

  test('is filled with its own variables, and stays open', () => {
    expect(fillIn('{{order}} {{day}}', leftOpen(['order', 'day']))).toBe('{{order}} {{day}}');
  });
});
