/** Member states of the European Union, ISO 3166-1 alpha-2 (https://european-union.europa.eu/principles-countries-history/eu-countries_en). */
const euCountries = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);

/** The directives also hold in the European Economic Area (EEA Agreement, Annex XIX). */
const eeaCountries = new Set(['IS', 'LI', 'NO']);

export const regimes = ['eu', 'uk', 'us', 'cn', 'au', 'kr', 'br'] as const;
export type Regime = (typeof regimes)[number];

const single: Readonly<Record<string, Regime>> = {
  GB: 'uk',
  US: 'us',
  CN: 'cn',
  AU: 'au',
  KR: 'kr',
  BR: 'br',
};

/** Whose consumer law is known here for a buyer of that country; null for none. */
export function regimeOf(country: string | null): Regime | null {
  if (country === null) return null;
  if (euCountries.has(country) || eeaCountries.has(country)) return 'eu';
  return single[country] ?? null;
}
