import any from './lexicon/any.json' with { type: 'json' };
import arabic from './lexicon/ar.json' with { type: 'json' };
import german from './lexicon/de.json' with { type: 'json' };
import english from './lexicon/en.json' with { type: 'json' };
import spanish from './lexicon/es.json' with { type: 'json' };
import french from './lexicon/fr.json' with { type: 'json' };
import indonesian from './lexicon/id.json' with { type: 'json' };
import italian from './lexicon/it.json' with { type: 'json' };
import japanese from './lexicon/ja.json' with { type: 'json' };
import korean from './lexicon/ko.json' with { type: 'json' };
import dutch from './lexicon/nl.json' with { type: 'json' };
import polish from './lexicon/pl.json' with { type: 'json' };
import portuguese from './lexicon/pt.json' with { type: 'json' };
import romanian from './lexicon/ro.json' with { type: 'json' };
import russian from './lexicon/ru.json' with { type: 'json' };
import turkish from './lexicon/tr.json' with { type: 'json' };
import ukrainian from './lexicon/uk.json' with { type: 'json' };
import vietnamese from './lexicon/vi.json' with { type: 'json' };
import chinese from './lexicon/zh.json' with { type: 'json' };
import type { Aside, Concept } from './concepts.ts';
import type { Language } from './languages.ts';

/** The phrases of a language, by what they stand for: words with `*` for any ending, `_` for up to two words between. */
export type Phrases = Readonly<Partial<Record<Concept | Aside, readonly string[]>>>;

/** `any`: signs that everybody understands. */
const lexicons: Readonly<Record<Language | 'any', Phrases>> = {
  any,
  ar: arabic,
  de: german,
  en: english,
  es: spanish,
  fr: french,
  id: indonesian,
  it: italian,
  ja: japanese,
  ko: korean,
  nl: dutch,
  pl: polish,
  pt: portuguese,
  ro: romanian,
  ru: russian,
  tr: turkish,
  uk: ukrainian,
  vi: vietnamese,
  zh: chinese,
};

export function phrasesOf(language: Language | 'any'): Phrases {
  return lexicons[language];
}
