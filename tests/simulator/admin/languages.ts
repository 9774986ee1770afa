/** The languages that a merchant can choose for the admin here. */
export const languages = [
  { locale: 'en', name: 'English' },
  { locale: 'zh-CN', name: '简体中文' },
] as const;

export type Locale = (typeof languages)[number]['locale'];

/** The closest that the admin page has; the app is told what was asked for. */
export function pageLocale(asked: string): Locale {
  return asked.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}
