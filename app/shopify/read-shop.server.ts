import { callAdmin, type AdminCaller, type Unreachable } from './call-admin.server.ts';

export interface ShopFacts {
  readonly currency: string;
  readonly timezone: string;
  readonly country: string;
}

const READ_SHOP = `#graphql
  query ReadShop {
    shop { currencyCode ianaTimezone shopAddress { countryCodeV2 } }
  }
`;

export async function readShop(
  caller: AdminCaller,
): Promise<{ readonly outcome: 'read'; readonly shop: ShopFacts } | Unreachable> {
  const call = await callAdmin(caller, READ_SHOP, {});
  if (call.outcome !== 'answered') return { outcome: 'unreachable', reason: call.reason };
  const { currencyCode, ianaTimezone, shopAddress } = call.data.shop;
  return {
    outcome: 'read',
    shop: {
      currency: currencyCode,
      timezone: ianaTimezone,
      country: shopAddress.countryCodeV2 ?? '',
    },
  };
}
