import { describe, expect, test } from 'vitest';
import type { ReadWords } from '#app/domain/intent.ts';
import { believed, type SecondAnswer } from '#app/domain/text/second-reading.ts';

const sent = 'The left one hums when […] touches it, and my rash came back';
const unclear: ReadWords = { intents: [], unclear: { language: 'en', between: ['safety'] } };

function answer(changes: Partial<SecondAnswer> = {}): SecondAnswer {
  return {
    meaning: 'not-as-described',
    confidence: 0.7,
    quotes: ['The left one hums'],
    ...changes,
  };
}

function taken(changes: Partial<SecondAnswer> = {}) {
  return believed(answer(changes), { sent, unclear });
}

describe('an answer of the second reader', () => {
  test('is a reading with its quotes, marked as its own', () => {
    const [words, reader] = [['The left one hums'], 'second'];
    expect(taken()).toEqual({
      intents: [{ intent: 'not-as-described', confidence: 0.7, words, reader }],
    });
  });

  test('is never as sure as it says', () => {
    expect(taken({ confidence: 1 })).toMatchObject({ intents: [{ confidence: 0.75 }] });
  });

  test('that quotes what nobody wrote is not believed', () => {
    expect(taken({ quotes: ['The left one hums', 'it exploded'] })).toBe('invented-quote');
    expect(taken({ meaning: 'none', quotes: ['thanks'] })).toBe('invented-quote');
  });

  test('that quotes nothing is not believed', () => {
    expect(taken({ quotes: [] })).toBe('no-quote');
    expect(taken({ quotes: [' '] })).toBe('no-quote');
  });

  test('keeps no words of an illness, and none that were taken out', () => {
    const [health] = (taken({ meaning: 'health', quotes: ['my rash'] }) as ReadWords).intents;
    expect(health).toEqual({ intent: 'health', confidence: 0.7, reader: 'second' });
    const [other] = (taken({ quotes: ['when […] touches'] }) as ReadWords).intents;
    expect(other?.words).toBeUndefined();
  });

  test('may be late or not received: the parcel tells which', () => {
    const { intents } = taken({ meaning: 'late' }) as ReadWords;
    expect(intents.map(({ intent }) => intent)).toEqual(['late', 'not-received']);
  });

  test('may be that nobody is owed anything, or that it cannot be told', () => {
    expect(taken({ meaning: 'none', quotes: [] })).toEqual({ intents: [] });
    expect(taken({ meaning: null, quotes: [] })).toBe(unclear);
  });
});
