/** The languages that a merchant can choose for the admin here; the admin's own words are there in the first two. */
export const languages = [
  { locale: 'en', name: 'English' },
  { locale: 'zh-CN', name: '简体中文' },
  { locale: 'de', name: 'Deutsch' },
  { locale: 'es', name: 'Español' },
  { locale: 'fr', name: 'Français' },
  { locale: 'ja', name: '日本語' },
  { locale: 'pt-BR', name: 'Português (Brasil)' },
] as const;

export type Locale = (typeof languages)[number]['locale'];

/** The closest that the admin page has; the app is told what was asked for. */
export function pageLocale(asked: string): Locale {
  const primary = asked.toLowerCase().split('-')[0];
  return languages.find(({ locale }) => locale.split('-')[0] === primary)?.locale ?? 'en';
}
