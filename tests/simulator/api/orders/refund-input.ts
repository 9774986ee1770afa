/** `RefundInput` as it arrives after Shopify's schema accepted it. */
export interface RefundInput {
  readonly orderId: string;
  readonly currency?: string | null;
  readonly note?: string | null;
  readonly processedAt?: string | null;
  readonly refundLineItems?: readonly RefundLineItemInput[] | null;
  readonly shipping?: { readonly amount?: unknown; readonly fullRefund?: boolean | null } | null;
  readonly transactions?: readonly OrderTransactionInput[] | null;
  readonly refundDuties?: readonly unknown[] | null;
  readonly refundMethods?: readonly unknown[] | null;
}

export interface RefundLineItemInput {
  readonly lineItemId: string;
  readonly quantity: number;
  readonly restockType?: string | null;
  readonly locationId?: string | null;
}

export interface OrderTransactionInput {
  readonly orderId: string;
  readonly gateway: string;
  readonly kind: string;
  readonly amount: unknown;
  readonly parentId?: string | null;
}

export interface UserError {
  readonly field: readonly string[] | null;
  readonly message: string;
}

export function userError(field: readonly string[] | null, message: string): UserError {
  return { field, message };
}
