import {
  createContext,
  lazy,
  useContext,
  useMemo,
  type ComponentType,
  type ReactNode,
} from 'react';
import type polarisEnglish from '@shopify/polaris/locales/en.json';
import { loadFirstWords, loadOtherWords, loadWords, type Language } from '../locales/load-words.ts';
import { createI18n, type I18n } from './i18n.ts';
import { wordsOf, type Words } from './words.ts';

/** Everything that is fetched for one language before the first render. */
export interface LoadedLanguage {
  readonly language: Language;
  readonly i18n: I18n;
  readonly polaris: PolarisWords;
  /** Fetches the words of the other pages, unless they are there. */
  readonly fetchOtherWords: () => Promise<void>;
  /** Shows nothing of what is in it before they are there. */
  readonly WithOtherWords: ComponentType<{ readonly children: ReactNode }>;
}

type PolarisWords = typeof polarisEnglish;

/** All words of a language, or those that the queue needs. */
export async function loadLanguage(
  language: Language,
  extent: 'all' | 'first' = 'all',
): Promise<LoadedLanguage> {
  const [words, polaris] = await Promise.all([
    extent === 'all' ? loadWords(language) : loadFirstWords(language),
    polarisFiles[language](),
  ]);
  const i18n = createI18n(language, words);
  const common = { language, i18n, polaris: polaris.default };
  if (extent === 'all') {
    return { ...common, fetchOtherWords: () => Promise.resolve(), WithOtherWords: Shown };
  }
  let fetched: Promise<void> | null = null;
  const fetchOtherWords = () => (fetched ??= loadOtherWords(language).then(i18n.add));
  const WithOtherWords = lazy(() => fetchOtherWords().then(() => ({ default: Shown })));
  return { ...common, fetchOtherWords, WithOtherWords };
}

function Shown({ children }: { readonly children: ReactNode }) {
  return children;
}

const polarisFiles: Readonly<Record<Language, () => Promise<{ readonly default: PolarisWords }>>> =
  {
    en: () => import('@shopify/polaris/locales/en.json'),
    'zh-CN': () => import('@shopify/polaris/locales/zh-CN.json'),
    de: () => import('@shopify/polaris/locales/de.json'),
    es: () => import('@shopify/polaris/locales/es.json'),
    fr: () => import('@shopify/polaris/locales/fr.json'),
    ja: () => import('@shopify/polaris/locales/ja.json'),
    'pt-BR': () => import('@shopify/polaris/locales/pt-BR.json'),
  };

const LanguageContext = createContext<LoadedLanguage | null>(null);
const WordsContext = createContext<Words | null>(null);

/** Stands around the whole document; the language of a page never changes while it lives. */
export function LanguageProvider({
  loaded,
  children,
}: {
  readonly loaded: LoadedLanguage;
  readonly children: ReactNode;
}) {
  return (
    <LanguageContext.Provider value={loaded}>
      <TimezoneProvider timezone="UTC">{children}</TimezoneProvider>
    </LanguageContext.Provider>
  );
}

export function TimezoneProvider({
  timezone,
  children,
}: {
  readonly timezone: string;
  readonly children: ReactNode;
}) {
  const { language, i18n } = useLanguage();
  const words = useMemo(() => wordsOf(i18n, language, timezone), [i18n, language, timezone]);
  return <WordsContext.Provider value={words}>{children}</WordsContext.Provider>;
}

export function useLanguage(): LoadedLanguage {
  return needed(useContext(LanguageContext));
}

/** The same object as long as language and timezone are the same. */
export function useWords(): Words {
  return needed(useContext(WordsContext));
}

function needed<Value>(value: Value | null): Value {
  if (value === null) throw new Error('no language is loaded around this component');
  return value;
}
