import { describe, expect, test } from 'vitest';
import {
  gidOf,
  numericIdOf,
  parseBulkId,
  parseGid,
  parseOrderId,
  parsePhotoId,
  parseRefundAttemptId,
  parseReportId,
  parseShopDomain,
  parseSuggestionId,
  parseViewId,
} from '#app/domain/ids.ts';

const uuid = 'c7e3a1f0-0000-4000-8000-000000000001';

describe('an id', () => {
  test('is only taken for what it is', () => {
    expect(parseGid('Order', 'gid://shopify/Order/1001')).toBe('gid://shopify/Order/1001');
    expect(parseGid('Order', 'gid://shopify/Refund/1001')).toBeNull();
    expect(parseGid('Order', 'gid://shopify/Order/')).toBeNull();
  });

  test('of an order is a number, its text, or a global id', () => {
    for (const given of [1001, '1001', 'gid://shopify/Order/1001'])
      expect(parseOrderId(given)).toBe('gid://shopify/Order/1001');
    expect(parseOrderId('#1001')).toBeNull();
    expect(parseOrderId('gid://shopify/Refund/1001')).toBeNull();
  });

  test.each([
    parseBulkId,
    parsePhotoId,
    parseRefundAttemptId,
    parseReportId,
    parseSuggestionId,
    parseViewId,
  ])('of our own is a UUID: %o', (parse) => {
    expect(parse(uuid)).toBe(uuid);
    expect(parse('1001')).toBeNull();
    expect(parse('')).toBeNull();
  });

  test('of a shop is its domain, whatever its case', () => {
    expect(parseShopDomain(' Lantern-Test.myshopify.com')).toBe('lantern-test.myshopify.com');
    expect(parseShopDomain('lantern-test.example.com')).toBeNull();
  });

  test('above 2^53 survives', () => {
    expect(numericIdOf(gidOf('Order', '9007199254740993'))).toBe('9007199254740993');
  });
});
