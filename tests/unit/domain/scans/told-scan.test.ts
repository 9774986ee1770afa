import { describe, expect, test } from 'vitest';
import { isParcelOver, keptScan, type ToldScan } from '#app/domain/scans/told-scan.ts';
import { numberKey } from '#app/domain/parcels/number-key.ts';
import { signsWithApiKey, trackingServiceOf } from '#app/domain/carriers/tracking-services.ts';
import { instant } from '#tests/support/order-facts.ts';

const told = (changes: Partial<ToldScan>): ToldScan => ({
  ...{ trackingNumber: '1', carrier: null, status: 'InTransit', message: null, country: 'US' },
  happenedAt: instant('2026-11-20T08:00:00Z'),
  ...changes,
});

describe('what is kept of a scan', () => {
  test('is its code, and words only where they say more', () => {
    const delivered = told({ status: 'Delivered_003', message: 'Signed by J SMITH' });
    expect(keptScan(delivered, 'aftership')).toEqual({
      ...{ status: 'Delivered_003', message: null, country: 'US', source: 'aftership' },
      happenedAt: delivered.happenedAt,
    });
    const lost = told({ message: 'Parcel lost, call 0049 30 1234567' });
    expect(keptScan(lost, 'aftership').message).toMatch(/lost/);
    expect(keptScan(lost, 'aftership').message).not.toContain('1234567');
    expect(keptScan(told({}), 'aftership').message).toBeNull();
  });

  test('is a sign of the carrier even where nobody understands it', () => {
    const strange = told({ status: '', message: 'Qwertz uiop' });
    expect(keptScan(strange, 'json')).toMatchObject({ status: 'unread-words', message: null });
    expect(keptScan(told({ status: 'Xyz', message: 'Qwertz' }), 'json').status).toBe('Xyz');
  });
});

test('a parcel is over with its newest scan only', () => {
  const scan = (status: string, day: number) => ({
    ...keptScan(told({ status, happenedAt: instant(`2026-11-${day}T08:00:00Z`) }), '17track'),
  });
  expect(isParcelOver([])).toBe(false);
  expect(isParcelOver([scan('Delivered', 21), scan('InTransit', 20)])).toBe(true);
  expect(isParcelOver([scan('Delivered', 20), scan('InTransit', 21)])).toBe(false);
  expect(isParcelOver([scan('Exception_Lost', 20)])).toBe(false);
});

test.each([
  ['9400 1001-10', '9400100110'],
  ['rr123456789cn', 'RR123456789CN'],
  [' - ', null],
])('the number %j is %j', (number, key) => {
  expect(numberKey(number)).toBe(key);
});

test('services are known by name', () => {
  expect([
    trackingServiceOf('aftership'),
    trackingServiceOf('dhl'),
    trackingServiceOf(undefined),
  ]).toEqual(['aftership', null, null]);
  expect([signsWithApiKey('17track'), signsWithApiKey('easypost')]).toEqual([true, false]);
});
