import type { FlowPayload, FlowTrigger } from '../domain/flow.ts';
import { callAdmin, type AdminCaller } from './call-admin.server.ts';

const TRIGGER_FLOW = `#graphql
  mutation TriggerFlow($handle: String!, $payload: JSON!) {
    flowTriggerReceive(handle: $handle, payload: $payload) { userErrors { message } }
  }
`;

export type TriggerFlowOutcome =
  | { readonly outcome: 'told' }
  /** The trigger is not deployed, or takes something else. */
  | { readonly outcome: 'refused'; readonly reason: string }
  | { readonly outcome: 'again'; readonly reason: string };

/** Starts the shop's workflows that begin with the trigger; told twice, they run twice. */
export async function triggerFlow(
  caller: AdminCaller,
  { handle, payload }: { readonly handle: FlowTrigger; readonly payload: FlowPayload },
): Promise<TriggerFlowOutcome> {
  const call = await callAdmin(caller, TRIGGER_FLOW, { handle, payload });
  if (call.outcome !== 'answered') return { outcome: 'again', reason: call.reason };
  const [error] = call.data.flowTriggerReceive?.userErrors ?? [];
  return error ? { outcome: 'refused', reason: error.message } : { outcome: 'told' };
}
