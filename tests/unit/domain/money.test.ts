import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  allocate,
  compare,
  decimalsOf,
  parseMoney,
  portion,
  ratio,
  roundMoney,
  scale,
  subtract,
  sum,
  times,
} from '#app/domain/money.ts';

const currency = fc.constantFrom('USD', 'JPY', 'KWD', 'EUR');
const money = currency.chain((code) =>
  fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }).map((units) => {
    const decimals = decimalsOf(code);
    const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
    const whole = digits.slice(0, digits.length - decimals);
    const fraction = decimals === 0 ? '' : `.${digits.slice(-decimals)}`;
    return parseMoney(`${units < 0n ? '-' : ''}${whole}${fraction}`, code);
  }),
);

describe('how much of another amount', () => {
  test('is a share of it', () => {
    expect(ratio(parseMoney('5', 'USD'), parseMoney('20.00', 'USD'))).toBe(0.25);
    expect(ratio(parseMoney('0', 'JPY'), parseMoney('0', 'JPY'))).toBe(0);
  });

  test('is not asked of another currency', () => {
    expect(() => ratio(parseMoney('5', 'USD'), parseMoney('20', 'EUR'))).toThrow(RangeError);
  });
});

describe('parsing', () => {
  test.each([
    ['15.0', 'USD', '15.00'],
    ['7.1', 'CAD', '7.10'],
    ['1200', 'JPY', '1200'],
    ['1200.0', 'JPY', '1200'],
    ['1.234', 'KWD', '1.234'],
    ['0', 'EUR', '0.00'],
    ['-3.5', 'USD', '-3.50'],
    ['12.500', 'USD', '12.50'],
  ])('%s %s is %s', (text, code, amount) => {
    expect(parseMoney(text, code)).toEqual({ amount, currencyCode: code });
  });

  test.each([
    ['12.345', 'USD'],
    ['1.5', 'JPY'],
    ['1e3', 'USD'],
    ['', 'USD'],
    ['1,00', 'EUR'],
    ['1', 'usd'],
  ])('%s %s is refused', (text, code) => {
    expect(() => parseMoney(text, code)).toThrow(RangeError);
  });

  test.each([
    ['3.335', 'USD', '3.34'],
    ['3.3349', 'USD', '3.33'],
    ['-3.335', 'USD', '-3.34'],
    ['99.5', 'JPY', '100'],
    ['99.4999', 'JPY', '99'],
    ['1.9996', 'KWD', '2.000'],
    ['12', 'USD', '12.00'],
  ])('%s %s is read as %s', (text, code, amount) => {
    expect(roundMoney(text, code).amount).toBe(amount);
  });
});

test('what is no number is not rounded', () => {
  expect(() => roundMoney('1.2x', 'JPY')).toThrow(RangeError);
});

describe('arithmetic', () => {
  test('adding and taking away again changes nothing', () => {
    fc.assert(
      fc.property(money, money, (a, b) => {
        fc.pre(a.currencyCode === b.currencyCode);
        expect(subtract(add(a, b), b)).toEqual(a);
      }),
    );
  });

  test('currencies never mix', () => {
    expect(() => add(parseMoney('1', 'USD'), parseMoney('1', 'EUR'))).toThrow(RangeError);
    expect(() => compare(parseMoney('1', 'USD'), parseMoney('1', 'EUR'))).toThrow(RangeError);
  });

  test('the parts of an allocation always sum to the whole', () => {
    const weights = fc
      .array(fc.nat(1000), { minLength: 1, maxLength: 12 })
      .filter((parts) => parts.some((part) => part > 0));
    fc.assert(
      fc.property(money, weights, (amount, parts) => {
        const shares = allocate(amount, parts);
        expect(sum(shares, amount.currencyCode)).toEqual(amount);
      }),
    );
  });

  test('a portion and the rest sum to the whole, to a unit at most', () => {
    expect(portion(parseMoney('5.00', 'USD'), 1, 2).amount).toBe('1.67');
    expect(portion(parseMoney('5.00', 'USD'), 2, 0).amount).toBe('5.00');
    expect(portion(parseMoney('-5', 'JPY'), 1, 1).amount).toBe('-3');
  });

  test('weights are whole and not all nothing', () => {
    expect(() => allocate(parseMoney('1', 'USD'), [0, 0])).toThrow(RangeError);
    expect(() => allocate(parseMoney('1', 'USD'), [-1, 2])).toThrow(RangeError);
    expect(() => allocate(parseMoney('1', 'USD'), [0.5])).toThrow(RangeError);
    expect(allocate(parseMoney('-0.05', 'USD'), [1, 1]).map(({ amount }) => amount)).toEqual([
      '-0.03',
      '-0.02',
    ]);
  });

  test('shares lie between nothing and all', () => {
    expect(() => scale(parseMoney('1', 'USD'), 1.01)).toThrow(RangeError);
    expect(() => scale(parseMoney('1', 'USD'), NaN)).toThrow(RangeError);
  });

  test('a zero weight gets nothing', () => {
    const [none, all] = allocate(parseMoney('10.01', 'USD'), [0, 3]);
    expect([none?.amount, all?.amount]).toEqual(['0.00', '10.01']);
  });

  test('times a quantity is exact', () => {
    expect(times(parseMoney('0.1', 'USD'), 3).amount).toBe('0.30');
    expect(() => times(parseMoney('1', 'USD'), 1.5)).toThrow(RangeError);
  });

  test('a share never exceeds the amount', () => {
    fc.assert(
      fc.property(money, fc.double({ min: 0, max: 1, noNaN: true }), (amount, factor) => {
        fc.pre(!amount.amount.startsWith('-'));
        expect(compare(scale(amount, factor), amount)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
