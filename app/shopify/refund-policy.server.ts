import { callAdmin, type AdminCaller } from './call-admin.server.ts';

const READ_POLICIES = `#graphql
  query ReadPolicies {
    shop { shopPolicies { type body updatedAt url } }
  }
`;

const WRITE_POLICY = `#graphql
  mutation WritePolicy($shopPolicy: ShopPolicyInput!) {
    shopPolicyUpdate(shopPolicy: $shopPolicy) {
      shopPolicy { updatedAt url }
      userErrors { code message }
    }
  }
`;

/** What stands in the shop's refund policy. */
export interface RefundPolicy {
  /** HTML. */
  readonly body: string;
  /** As Shopify writes it; only compared. */
  readonly updatedAt: string;
  /** Where buyers read it. */
  readonly url: string;
}

export type ReadRefundPolicyOutcome =
  /** Null: the shop has none yet. */
  | { readonly outcome: 'read'; readonly policy: RefundPolicy | null }
  | { readonly outcome: 'failed'; readonly reason: string };

/** Needs the scope read_legal_policies, which write_legal_policies grants. */
export async function readRefundPolicy(caller: AdminCaller): Promise<ReadRefundPolicyOutcome> {
  const call = await callAdmin(caller, READ_POLICIES, {});
  if (call.outcome !== 'answered') return { outcome: 'failed', reason: call.reason };
  const found = call.data.shop.shopPolicies.find(({ type }) => type === 'REFUND_POLICY');
  return {
    outcome: 'read',
    policy: found ? { body: found.body, updatedAt: found.updatedAt, url: found.url } : null,
  };
}

export type WriteRefundPolicyOutcome =
  | { readonly outcome: 'written'; readonly url: string | null }
  /** Shopify said no; nothing was written. */
  | { readonly outcome: 'refused'; readonly reason: string }
  | { readonly outcome: 'no-answer'; readonly reason: string };

/** Replaces the shop's refund policy; the same text again changes nothing. */
export async function writeRefundPolicy(
  caller: AdminCaller,
  body: string,
): Promise<WriteRefundPolicyOutcome> {
  const shopPolicy = { type: 'REFUND_POLICY', body } as const;
  const call = await callAdmin(caller, WRITE_POLICY, { shopPolicy });
  if (call.outcome === 'not-executed') return { outcome: 'refused', reason: call.reason };
  if (call.outcome === 'no-answer') return call;
  const { shopPolicyUpdate: answer } = call.data;
  if (!answer) return { outcome: 'refused', reason: call.denied.length > 0 ? 'ACCESS_DENIED' : '' };
  const [error] = answer.userErrors;
  return error
    ? { outcome: 'refused', reason: error.code ?? error.message }
    : { outcome: 'written', url: answer.shopPolicy?.url ?? null };
}
