import type { Random } from './random.ts';

export interface Product {
  readonly id: number;
  readonly title: string;
  readonly sku: string;
  readonly cents: number;
  readonly giftCard: boolean;
}

const goods: readonly (readonly [title: string, sku: string, cents: number])[] = [
  ['Paper lantern, moss green', 'LAN-PAP-MG', 1890],
  ['Folding camp lantern', 'LAN-CAMP', 3450],
  ['Solar string lights, 10 m', 'LGT-STR-10', 2790],
  ['Rechargeable reading light', 'LGT-READ', 2250],
  ['Walnut desk lamp', 'LMP-WAL', 11900],
  ['Beeswax candles, set of six', 'CAN-BEE-6', 2400],
  ['Brass candle holder', 'CAN-BRS', 3900],
  ['Stoneware mug, speckled', 'MUG-STO', 1650],
  ['Enamel kettle, 1.5 l', 'KET-ENA', 5400],
  ['Bamboo cutlery set', 'CUT-BAM', 1290],
  ['Cast-iron skillet, 26 cm', 'SKI-26', 6800],
  ['Linen table runner', 'LIN-RUN', 4200],
  ['Wool throw, oat', 'THR-OAT', 9500],
  ['Cotton apron', 'APR-COT', 3200],
  ['Felt slippers', 'SLI-FEL', 3600],
  ['Rattan basket, large', 'BAS-RAT', 4700],
  ['Cork trivets, pair', 'TRI-COR', 1400],
  ['Herb planter for the sill', 'PLA-HER', 2900],
  ['Ceramic vase, tall', 'VAS-TAL', 5900],
  ['Picnic blanket', 'BLA-PIC', 4400],
  ['Travel umbrella', 'UMB-TRA', 2600],
  ['Tea tin with scoop', 'TIN-TEA', 1950],
  ['Wall hooks, set of four', 'HOO-4', 2100],
  ['Insulated bottle, 750 ml', 'BOT-750', 3300],
];

const products: readonly Product[] = goods.map(([title, sku, cents], index) => ({
  id: 8_210_000_000_001 + index,
  title,
  sku,
  cents,
  giftCard: false,
}));

export const giftCard: Product = {
  id: 8_210_000_000_900,
  title: 'Gift card',
  sku: 'GIFT-50',
  cents: 5000,
  giftCard: true,
};

/** `count` different products. */
export function pickProducts(random: Random, count: number): readonly Product[] {
  return random.shuffled(products).slice(0, count);
}
