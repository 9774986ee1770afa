import { describe, expect, test } from 'vitest';
import { languages } from '#app/locales/load-words.ts';
import type { TimelineScan } from '#app/domain/timeline/timeline-entry.ts';
import { detailWords, entryWords, scanWords } from '#app/ui/timeline-words.ts';
import { daysAgo, now } from '#tests/support/order-facts.ts';
import { wordsIn } from '#tests/support/words.ts';

const scan: TimelineScan = {
  ...{ means: 'customs-held', status: 'HELD', leg: 'import', country: 'DE', message: null },
  ...{ isInferred: false, provider: null, parcel: null, isOnWayBack: false },
};
const entry = { at: daysAgo(2), evidence: [] };
const english = wordsIn('en');

describe('a scan', () => {
  test('says what, how far and where', () => {
    expect(scanWords(scan, english)).toBe('Held by customs · Import · Germany');
    expect(scanWords(scan, wordsIn('zh-CN'))).toBe('海关扣留；进口；德国');
  });

  test('says whose parcel, who told it and what it was read from', () => {
    const more = { parcel: '#1001.2', provider: 'aftership', isInferred: true, isOnWayBack: true };
    expect(scanWords({ ...scan, ...more }, english)).toBe(
      'On the way back: Held by customs · Import · Germany · Parcel #1001.2 · told by aftership · read from the carrier’s text',
    );
  });

  test('shows the carrier’s text on the page, and in what is given away not', () => {
    const message = 'Signed by J. Doe';
    const shown = entryWords({ ...entry, kind: 'scan', scan: { ...scan, message } }, english, now);
    expect(shown).toContain(message);
    expect(scanWords({ ...scan, message }, english)).not.toContain(message);
  });

  test('that nobody can read is shown as it came', () => {
    expect(scanWords({ ...scan, means: 'unknown', status: 'WARPED' }, english)).toContain('WARPED');
    expect(scanWords({ ...scan, means: 'unknown', status: '' }, english)).toContain('Unknown');
  });
});

describe.each(languages)('in %s', (language) => {
  const words = wordsIn(language);

  test('a clock says which and by what rule', () => {
    const deadline = { kind: 'legal-refund', at: entry.at, rule: 'eu-delivery-30d' } as const;
    const clock = { ...entry, kind: 'clock', deadline } as const;
    expect(entryWords(clock, words, now)).toBe(words.t('clocks.legal-refund'));
    expect(detailWords(clock, words, now)).toEqual([words.t('deadline.eu-delivery-30d')]);
  });

  test('a decision says by whom', () => {
    const event = { kind: 'suggestion-approved', params: {}, actor: 'staff:42' } as const;
    const said = entryWords({ ...entry, kind: 'decision', event }, words, now);
    expect(said).toContain(words.t('audit.suggestion-approved'));
    expect(said).toContain('42');
  });

  test('what the buyer said comes with the words that counted', () => {
    const params = { intent: 'damaged', percent: 90, words: 'broken' };
    const details = [{ code: 'words-say', params, at: null }];
    const said = { code: 'reported', params: { problem: 'damaged' }, at: null };
    const report = { ...entry, kind: 'buyer', said, details } as const;
    expect(entryWords(report, words, now)).toContain(words.t('report-problem.damaged'));
    expect(detailWords(report, words, now).join()).toContain('broken');
  });
});
