/** Member states of the European Union, ISO 3166-1 alpha-2 (https://european-union.europa.eu/principles-countries-history/eu-countries_en). */
const euCountries = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);

export type Regime = 'eu' | 'uk' | 'us' | 'cn';

/** Whose consumer law is known here for a buyer of that country; null for none. */
export function regimeOf(country: string | null): Regime | null {
  if (country === null) return null;
  if (euCountries.has(country)) return 'eu';
  if (country === 'GB') return 'uk';
  if (country === 'US') return 'us';
  return country === 'CN' ? 'cn' : null;
}
