import { describe, expect, test } from 'vitest';
import { defaultPolicy } from '#app/domain/policy.ts';
import { marketsOf } from '#app/domain/published/markets.ts';
import { outlineOf } from '#app/domain/published/outline.ts';
import { buyerLanguages } from '#app/locales/load-return-policy.ts';
import { fetchBuyerWords } from '#app/ui/buyer-words.ts';
import { plainPolicy, policyHtml, policyText } from '#app/ui/policy-text.ts';

const outline = outlineOf(
  { ...defaultPolicy.returns, windowDays: 1, restockingFeePercent: 10, finalSaleSkus: ['A'] },
  marketsOf(['DE', 'KR']),
);

test('reads as a person would write it', async () => {
  const text = policyText(outline, await fetchBuyerWords('en'));
  expect(plainPolicy(text)).toContain(
    [
      'How long you have',
      '• You can return goods that you no longer want. Tell us within 1 day of delivery.',
    ].join('\n'),
  );
  expect(plainPolicy(text)).toContain(
    [
      'South Korea',
      '• You can withdraw from the purchase within 7 days of receiving the goods, without giving a reason.',
    ].join('\n'),
  );
});

test('is HTML of headings and lists, with nothing that could be taken for a tag', async () => {
  const words = await fetchBuyerWords('en');
  const html = policyHtml(policyText(outline, words));
  expect(html).toMatch(/^<h2>How long you have<\/h2>\n<ul><li>You can return goods/);
  expect(html).toContain('<h3>South Korea</h3><ul><li>');
  expect([...new Set(html.match(/<\/?\w+/g))].sort()).toEqual([
    ...['</h2', '</h3', '</li', '</ul', '<h2', '<h3', '<li', '<ul'],
  ]);
  const odd = { ...words, words: { ...words.words, heading: { window: 'a < b & "c" > d' } } };
  expect(policyHtml(policyText(outline, odd))).toContain('<h2>a &lt; b &amp; "c" &gt; d</h2>');
});

describe.each(buyerLanguages)('in %s', (language) => {
  test('every statement has its words and its figures', async () => {
    const plain = plainPolicy(policyText(outline, await fetchBuyerWords(language)));
    expect(plain).not.toMatch(/\{\{|clause\.|heading\.|region\./);
    expect(plain).toMatch(/\b1(?!\d)/);
    expect(plain).toMatch(/10\s?%/);
    expect(plain).toContain('14');
  });
});
