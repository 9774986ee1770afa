import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import type { i18n } from 'i18next';
import type polarisEnglish from '@shopify/polaris/locales/en.json';
import { loadWords, type Language } from '../locales/load-words.ts';
import { createI18n, wordsOf, type Words } from './words.ts';

/** Everything that is fetched for one language before the first render. */
export interface LoadedLanguage {
  readonly language: Language;
  readonly i18n: i18n;
  readonly polaris: PolarisWords;
}

type PolarisWords = typeof polarisEnglish;

export async function loadLanguage(language: Language): Promise<LoadedLanguage> {
  const [words, polaris] = await Promise.all([loadWords(language), polarisFiles[language]()]);
  return { language, i18n: createI18n(language, words), polaris: polaris.default };
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
const TimezoneContext = createContext('UTC');

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
      <I18nextProvider i18n={loaded.i18n}>{children}</I18nextProvider>
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
  return <TimezoneContext.Provider value={timezone}>{children}</TimezoneContext.Provider>;
}

export function useLanguage(): LoadedLanguage {
  const loaded = useContext(LanguageContext);
  if (!loaded) throw new Error('no language is loaded around this component');
  return loaded;
}

/** The same object as long as language and timezone are the same. */
export function useWords(): Words {
  const { language } = useLanguage();
  const { i18n } = useTranslation();
  const timezone = useContext(TimezoneContext);
  return useMemo(() => wordsOf(i18n, language, timezone), [i18n, language, timezone]);
}
