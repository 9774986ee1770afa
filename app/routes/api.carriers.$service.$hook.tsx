import type { ActionFunctionArgs } from '@remix-run/node';
import { onlyPost } from '../api-door.server.ts';
import { receiveAtCarrierDoor } from '../carrier-door.server.ts';

/** Webhooks of tracking services, each signed as its service does. */
export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  if (request.method !== 'POST') return onlyPost();
  return receiveAtCarrierDoor(request, { service: params['service'], hook: params['hook'] });
}

/** Nothing is to be read here. */
export const loader = onlyPost;
