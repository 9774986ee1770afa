import { languages, type Language } from '../locales/load-words.ts';

/** The language of a tag such as `zh-TW` or `en_GB`; null when we have no words in it. */
export function languageOfTag(tag: string): Language | null {
  const [primary] = tag.trim().toLowerCase().split(/[-_]/);
  return languages.find((language) => language.split('-')[0] === primary) ?? null;
}

/** What the admin says in `?locale=`, else what the browser prefers, else English. */
export function languageOfRequest(url: URL, acceptLanguage: string | null): Language {
  const asked = languageOfTag(url.searchParams.get('locale') ?? '');
  if (asked) return asked;
  for (const tag of tagsByPreference(acceptLanguage ?? '')) {
    const language = languageOfTag(tag);
    if (language) return language;
  }
  return languages[0];
}

function tagsByPreference(header: string): readonly string[] {
  return header
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.split(';').map((piece) => piece.trim());
      const q = params.find((param) => param.startsWith('q='));
      return { tag, weight: q === undefined ? 1 : Number(q.slice(2)) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}
