import { expect, test } from 'vitest';
import { carriersOf } from '#app/domain/parcels/carriers-of.ts';
import { parcel } from '#tests/support/order-facts.ts';

test('an order’s carriers are named once each, and not those of parcels that were never sent', () => {
  const parcels = [
    parcel({ carrier: ' USPS ' }),
    parcel({ carrier: 'DHL eCommerce' }),
    parcel({ carrier: 'USPS' }),
    parcel({ carrier: 'UPS', status: 'CANCELLED' }),
    parcel({ carrier: '' }),
    parcel({ carrier: null }),
    parcel({ carrier: 'x'.repeat(80) }),
  ];
  expect(carriersOf({ parcels })).toEqual(['DHL eCommerce', 'USPS', 'x'.repeat(60)]);
});
