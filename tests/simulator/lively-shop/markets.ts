import type { Random } from './random.ts';

/** Where the shop's buyers live and what they pay in. */
export interface Market {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly locale: string;
  /** Units of the currency per US dollar at this shop's checkout, in thousandths. */
  readonly rate: bigint;
  /** Per cent; part of the price where buyers expect that. */
  readonly tax: { readonly percent: bigint; readonly included: boolean };
}

function market(
  country: string,
  currency: string,
  locale: string,
  rate: bigint,
  percent: bigint,
  included = true,
): Market {
  return { country, currency, locale, rate, tax: { percent, included } };
}

const unitedStates = market('US', 'USD', 'en', 1000n, 7n, false);
const germany = market('DE', 'EUR', 'de', 920n, 19n);

const abroad: readonly Market[] = [
  germany,
  market('CA', 'CAD', 'en', 1370n, 13n, false),
  market('GB', 'GBP', 'en', 790n, 20n),
  market('FR', 'EUR', 'fr', 920n, 20n),
  market('JP', 'JPY', 'ja', 150_000n, 10n),
  market('AU', 'AUD', 'en', 1520n, 10n),
  market('NL', 'EUR', 'nl', 920n, 21n),
  market('KW', 'KWD', 'ar', 307n, 0n),
  market('IT', 'EUR', 'it', 920n, 22n),
  market('CH', 'CHF', 'de', 880n, 8n),
  market('ES', 'EUR', 'es', 920n, 21n),
  market('SE', 'SEK', 'sv', 10_500n, 25n),
  market('IE', 'EUR', 'en', 920n, 23n),
  market('SG', 'SGD', 'en', 1340n, 9n),
  market('AT', 'EUR', 'de', 920n, 20n),
  market('NZ', 'NZD', 'en', 1660n, 15n),
  unitedStates,
];

/** One way a parcel can go: from a warehouse to a market. */
export interface Lane {
  readonly from: 'CN' | 'US' | 'DE';
  readonly to: Market;
  readonly carrier: string;
  /** Days from hand-over to the door, when all goes well. */
  readonly days: readonly [fastest: number, slowest: number];
}

export interface Lanes {
  domestic(): Lane;
  crossBorder(): Lane;
}

/** Deals lanes so that every market comes up once before any comes up again. */
export function lanesBy(random: Random): Lanes {
  let undealt: Market[] = [];
  const nextMarket = (): Market => {
    if (undealt.length === 0) undealt = random.shuffled(abroad);
    return undealt.pop() ?? germany;
  };
  return {
    domestic: () => (random.chance(0.75) ? withinTheStates(random) : withinGermany(random)),
    crossBorder() {
      const to = nextMarket();
      const from = random.pick<Lane['from']>(['CN', 'CN', 'CN', 'US', 'DE']);
      return from === to.country ? lane('CN', to, random) : lane(from, to, random);
    },
  };
}

function withinTheStates(random: Random): Lane {
  return { from: 'US', to: unitedStates, carrier: random.pick(['USPS', 'UPS']), days: [2, 5] };
}

function withinGermany(random: Random): Lane {
  return { from: 'DE', to: germany, carrier: random.pick(['DHL', 'Deutsche Post']), days: [1, 4] };
}

function lane(from: Lane['from'], to: Market, random: Random): Lane {
  switch (from) {
    case 'CN':
      return { from, to, carrier: random.pick(['4PX', 'Yanwen', 'YunExpress']), days: [9, 16] };
    case 'US':
      return { from, to, carrier: random.pick(['USPS', 'FedEx']), days: [6, 12] };
    case 'DE':
      return { from, to, carrier: 'DHL', days: [4, 9] };
  }
}
