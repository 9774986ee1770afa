import { expect, test } from 'vitest';
import { languageOfRequest } from '#app/ui/language.ts';

const requests: readonly (readonly [query: string, accept: string | null, language: string])[] = [
  ['', null, 'en'],
  ['?locale=zh-CN', null, 'zh-CN'],
  ['?locale=zh', 'en', 'zh-CN'],
  ['?locale=zh-TW', null, 'zh-CN'],
  ['?locale=en-GB', 'zh-CN', 'en'],
  ['?locale=it', 'zh-CN,zh;q=0.9', 'zh-CN'],
  ['?locale=it', 'it', 'en'],
  ['?locale=fr', 'en', 'fr'],
  ['?locale=fr-CA', null, 'fr'],
  ['?locale=pt-PT', null, 'pt-BR'],
  ['?locale=de-AT', null, 'de'],
  ['?locale=es-419', null, 'es'],
  ['?locale=ja', null, 'ja'],
  ['?locale=', 'zh', 'zh-CN'],
  ['', 'it-IT, zh-CN;q=0.4, en;q=0.8', 'en'],
  ['', 'en;q=0, zh', 'zh-CN'],
  ['', 'zh;q=nonsense, en', 'en'],
  ['?locale=zhuang', ';;;,,q=1', 'en'],
];

test.each(requests)('%s with Accept-Language %s is answered in %s', (query, accept, language) => {
  expect(languageOfRequest(new URL(`https://app/app${query}`), accept)).toBe(language);
});
