import { describe, expect, test } from 'vitest';
import { asides, concepts, kindsOfConcept } from '#app/domain/text/concepts.ts';
import { detectLanguage } from '#app/domain/text/detect-language.ts';
import { languages, type Language } from '#app/domain/text/languages.ts';
import { normalise, normalisePhrase } from '#app/domain/text/normalise.ts';
import { phrasesOf } from '#app/domain/text/phrases.ts';
import { whatIsSaid } from '#app/domain/text/what-is-said.ts';

function said(text: string, language: Language) {
  return whatIsSaid(normalise(text, language).text, language).map(
    ({ concept, denied, supposed }) => `${denied ? 'not ' : ''}${supposed ? 'if ' : ''}${concept}`,
  );
}

describe('what is said', () => {
  test.each([
    ['en', 'the cup is cracked', ['broken']],
    ['en', 'the cup is not cracked', ['not broken']],
    ['en', 'no, it is cracked', ['broken']],
    ['en', 'if it comes cracked', ['if broken']],
    ['en', 'arrived completely broken', ['broken']],
    ['en', 'heartbroken', []],
    ['en', 'I am sick of waiting', []],
    ['es', 'una imagen de un mar', []],
    ['de', 'totalschrott', ['poor-quality']],
    ['de', 'Enttäuschungen', ['disappointed']],
    ['tr', 'bozuldu', ['stopped-working']],
    ['ja', '電源が入らない', ['not-working']],
    ['zh', '充不进电了', ['stopped-working']],
    ['fr', 'ne marche pas', ['not-working']],
    ['ko', '깨져서 왔어요', ['broken', 'on-arrival']],
    ['en', 'never received, not a word', ['never-received']],
    ['pl', 'zamowilam zly', ['ordered-by-mistake']],
    ['ru', 'чувствительная кожа', ['allergy']],
    ['en', 'arrived in brokenness', ['on-arrival']],
    ['zh', '没有漏液', ['not leaked-or-spilt']],
    ['zh', '不要再像他们说的那样漏液', ['not small-wish', 'leaked-or-spilt']],
  ] as const)('%s: %s', (language, text, expected) => {
    expect(said(text, language)).toEqual(expected);
  });

  test('a "not" that follows denies where a language puts it there', () => {
    expect(said('kırık değil', 'tr')).toEqual(['not broken']);
    expect(said('kaputt, nicht', 'de')).toEqual(['broken']);
  });

  test('what comes after a "but" is marked', () => {
    const things = whatIsSaid(normalise('great but too small', 'en').text, 'en');
    expect(things.map(({ concept, afterContrast }) => [concept, afterContrast])).toEqual([
      ['praise', false],
      ['too-small', true],
    ]);
  });

  test('words of other clauses are not taken for the rest of a phrase', () => {
    expect(said('arrived. It is broken', 'en')).toEqual(['on-arrival', 'broken']);
    expect(said('arrived and then it was found broken', 'en')).toEqual(['on-arrival', 'broken']);
  });
});

describe('the lexicon', () => {
  const known: ReadonlySet<string> = new Set([...concepts, ...asides]);
  test.each([...languages, 'any'] as const)(
    'of %s has known concepts, and phrases to find',
    (name) => {
      const phrases = phrasesOf(name);
      expect(Object.keys(phrases).filter((key) => !known.has(key))).toEqual([]);
      const language = name === 'any' ? 'en' : name;
      const lost = Object.values(phrases)
        .flat()
        .filter(
          (phrase) => normalisePhrase(phrase.replaceAll(/[*_]/g, ' '), language).trim() === '',
        );
      expect(lost).toEqual([]);
    },
  );

  test('every concept is of one kind', () => {
    expect(Object.values(kindsOfConcept).flat().toSorted()).toEqual([...concepts].toSorted());
  });
});

describe('the language', () => {
  test.each([
    ['The zipper broke the first time I wore the jacket', 'en'],
    ['Der Reißverschluss ist nach zwei Tagen kaputt gegangen', 'de'],
    ['La cremallera se rompió el primer día que la usé', 'es'],
    ['barang sampai dalam keadaan rusak dan tidak bisa dipakai', 'id'],
    ['届いた時から壊れていました', 'ja'],
    ['iPhone 12 Pro Max 用不了，型号不对，退货', 'zh'],
    ['받자마자 고장났어요', 'ko'],
    ['لم يصل الطلب حتى الآن', 'ar'],
  ])('of %s', (text, code) => {
    expect(detectLanguage(text)?.read[0]).toBe(code);
  });

  test('is not told where there is hardly a letter', () => {
    expect(detectLanguage('👍 10/10 !')).toBeNull();
  });

  test('that is not read here is named', () => {
    expect(detectLanguage('Ένα από τα ποτήρια ήρθε σπασμένο')).toEqual({ code: 'el', read: [] });
    expect(
      detectLanguage('Prstenot koj go naračav ne e ist kako na slikata, užasna kvaliteta je to')
        ?.read,
    ).toEqual([]);
  });

  test('is not told of signs that no language has', () => {
    expect(detectLanguage('ꓘꓘꓘ ꓘꓘꓘ')).toBeNull();
  });
});
