import type { ShopifyGlobal } from '@shopify/app-bridge-types';
import { NotSimulated, notSimulated } from './not-simulated.ts';

type Pos = ShopifyGlobal['pos'];

const cart = (member: string): (() => Promise<never>) => notSimulated(`pos.cart.${member}`);

/** There is no till here. */
export const pointOfSale: Pos = {
  cart: {
    fetch: cart('fetch'),
    subscribe() {
      throw new NotSimulated('shopify.pos.cart.subscribe is not part of the simulated admin');
    },
    setCustomer: cart('setCustomer'),
    removeCustomer: cart('removeCustomer'),
    addAddress: cart('addAddress'),
    updateAddress: cart('updateAddress'),
    applyCartDiscount: cart('applyCartDiscount'),
    applyCartCodeDiscount: cart('applyCartCodeDiscount'),
    removeCartDiscount: cart('removeCartDiscount'),
    removeAllDiscounts: cart('removeAllDiscounts'),
    addCartProperties: cart('addCartProperties'),
    removeCartProperties: cart('removeCartProperties'),
    addCustomSale: cart('addCustomSale'),
    clear: cart('clear'),
    addLineItem: cart('addLineItem'),
    updateLineItem: cart('updateLineItem'),
    removeLineItem: cart('removeLineItem'),
    setLineItemDiscount: cart('setLineItemDiscount'),
    removeLineItemDiscount: cart('removeLineItemDiscount'),
    addLineItemProperties: cart('addLineItemProperties'),
    removeLineItemProperties: cart('removeLineItemProperties'),
  },
  close: notSimulated('pos.close'),
  device: notSimulated('pos.device'),
  location: notSimulated('pos.location'),
};
