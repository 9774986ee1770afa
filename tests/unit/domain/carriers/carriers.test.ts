import { describe, expect, test } from 'vitest';
import { claimTermsOf, type Lost } from '#app/domain/carriers/claim-terms.ts';
import { inquiryOf } from '#app/domain/carriers/inquiry.ts';
import { addDays } from '#app/domain/time.ts';
import { daysAgo, instant, order, parcel, scan, shipped } from '#tests/support/order-facts.ts';
import { claimOn } from '#tests/support/suggestion.ts';

const shippedAt = instant('2026-03-02T10:00:00Z');

function terms(carrier: string | null, changes: Partial<Lost> = {}) {
  return claimTermsOf({
    ...{ carrier, crossBorder: false, shippedAt, lastScanAt: null, deliveredAt: null },
    problem: 'lost',
    ...changes,
  });
}

const days = (count: number) => addDays(shippedAt, count);
const abroad = { crossBorder: true };

describe('a carrier takes claims', () => {
  test.each<[string, Partial<Lost>, string | null]>([
    ['4PX Express', {}, days(90)],
    ['4px', { lastScanAt: days(2) }, days(60)],
    ['4px express', {}, days(90)],
    ['递四方', {}, days(90)],
    ['USPS', {}, days(60)],
    ['USPS', { problem: 'damaged' }, days(60)],
    ['usps ground advantage', abroad, days(180)],
    ['USPS', { ...abroad, problem: 'damaged' }, days(60)],
    ['USPS First-Class Package International', abroad, null],
    ['Royal Mail Tracked 48', {}, days(80)],
    ['Royal Mail', abroad, days(180)],
    ['FedEx', {}, days(60)],
    ['FEDEX International', abroad, days(270)],
    ['Fed Ex', { ...abroad, problem: 'late' }, days(270)],
    ['FedEx', { ...abroad, deliveredAt: days(9), problem: 'damaged' }, days(30)],
    ['FedEx', { ...abroad, deliveredAt: days(9), problem: 'late' }, days(30)],
    // It says that it delivered, the buyer that it did not.
    ['FedEx', { ...abroad, deliveredAt: days(9), problem: 'not-received' }, days(270)],
    ['UPS Ground', {}, days(60)],
    ['Australia Post', {}, null],
    ['AusPost', abroad, null],
    ['Canada Post', {}, null],
  ])('%s %j until %s', (carrier, changes, until) => {
    const found = terms(carrier, changes);
    expect(found?.deadline?.at ?? null).toBe(until);
    expect(found?.rule).toMatch(/^carrier-claim-/);
  });

  test.each<[string, Partial<Lost>, string | null]>([
    ['4PX', {}, days(30)],
    ['4PX', { lastScanAt: days(2) }, days(9)],
    ['USPS', {}, days(15)],
    ['USPS Priority Mail Express', {}, days(7)],
    ['USPS', abroad, days(7)],
    ['USPS', { problem: 'damaged' }, null],
    ['USPS First-Class Package International', abroad, null],
    // Counted from the day on which the parcel was due, which is not known here.
    ['Royal Mail', {}, null],
    ['Australia Post', {}, null],
  ])('%s %j from %s', (carrier, changes, from) => {
    expect(terms(carrier, changes)?.opensAt).toBe(from);
  });

  test('up to a sum where that is known', () => {
    expect(terms('4PX')?.cap).toEqual({ amount: '100', currency: 'USD' });
    expect(terms('4PX', { lastScanAt: days(2) })?.cap).toBeNull();
  });

  test('on terms that nobody here knows', () => {
    expect(terms('Groups of People')).toBeNull();
    expect(terms(null)).toBeNull();
  });
});

describe('a message to the carrier', () => {
  const silent = order(
    shipped([
      parcel({
        createdAt: daysAgo(45),
        carrier: 'UPS',
        scans: [scan({ happenedAt: daysAgo(40) })],
      }),
    ]),
  );

  test('names the parcel, its way and what is asked, and nobody', () => {
    expect(inquiryOf(claimOn(silent), silent)).toEqual({
      asks: 'where',
      carrier: 'UPS',
      trackingNumber: '4PX3001',
      shippedAt: daysAgo(45),
      lastScanAt: daysAgo(40),
      from: 'CN',
      to: 'US',
      orderName: '#1001',
      claimBy: addDays(daysAgo(45), 60),
    });
  });

  test('asks for what the ground needs', () => {
    const claim = claimOn(silent);
    expect(inquiryOf({ ...claim, ground: 'lost' }, silent)?.asks).toBe('lost');
    expect(inquiryOf({ ...claim, deadlines: [] }, silent)?.claimBy).toBeNull();
  });

  test('is none where no carrier can be asked', () => {
    expect(inquiryOf(claimOn(order()), order())).toBeNull();
    const claim = claimOn(silent);
    expect(inquiryOf({ ...claim, scenario: 'product-quality' }, silent)).toBeNull();
    const unnumbered = order(shipped([parcel({ trackingNumbers: [] })]));
    expect(inquiryOf(claim, unnumbered)).toBeNull();
  });
});
