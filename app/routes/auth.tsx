import type { LoaderFunctionArgs } from '@remix-run/node';
import { authenticateAdmin } from '../shopify.server.ts';

/** The pages of Shopify's SDK: it answers every path under /auth itself. */
export async function loader({ request }: LoaderFunctionArgs) {
  await authenticateAdmin(request);
  return null;
}
