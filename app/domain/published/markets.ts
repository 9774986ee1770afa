import { regimeOf, regimes, type Regime } from '../law/regions.ts';

/** Countries that are sold to under one consumer law. */
export interface Market {
  /** Null for countries whose law is not known here. */
  readonly regime: Regime | null;
  /** ISO 3166-1 alpha-2, in alphabetical order. */
  readonly countries: readonly string[];
}

/** The countries by their law; those of unknown law come last. */
export function marketsOf(countries: Iterable<string | null>): readonly Market[] {
  const known = [...new Set(countries)]
    .filter((country): country is string => country !== null && /^[A-Z]{2}$/.test(country))
    .sort();
  return [...regimes, null]
    .map((regime) => ({ regime, countries: known.filter((each) => regimeOf(each) === regime) }))
    .filter((market) => market.countries.length > 0);
}
