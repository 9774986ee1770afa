import { parseAmount, type Amount } from '../decimal.ts';

/** `RefundInput` as it arrives after Shopify's schema accepted it. */
export interface RefundInput {
  readonly orderId: string;
  readonly currency?: string | null;
  readonly note?: string | null;
  readonly processedAt?: string | null;
  readonly refundLineItems?: readonly RefundLineItemInput[] | null;
  readonly shipping?: { readonly amount?: unknown; readonly fullRefund?: boolean | null } | null;
  readonly transactions?: readonly OrderTransactionInput[] | null;
  readonly refundDuties?:
    readonly { readonly dutyId: string; readonly refundType?: string | null }[] | null;
  readonly refundMethods?: readonly RefundMethod[] | null;
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

/** `RefundMethodInput`. */
export interface RefundMethod {
  readonly storeCreditRefund?: { readonly amount: { readonly amount: string | number } } | null;
}

export function creditIn(methods: readonly RefundMethod[] | null | undefined): Amount {
  return (methods ?? []).reduce(
    (sum, { storeCreditRefund }) =>
      sum + (parseAmount(String(storeCreditRefund?.amount.amount ?? '0')) ?? 0n),
    0n,
  );
}
