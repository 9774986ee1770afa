import type { LoaderFunctionArgs } from '@remix-run/node';
import { findPhotoKey } from '../db/buyer-reports.server.ts';
import { parsePhotoId } from '../domain/ids.ts';
import { openedLine } from '../line.server.ts';
import { authenticateMerchant } from '../shopify.server.ts';

/** A photo of a buyer's report, for the merchant. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const { shop } = await authenticateMerchant(request);
  const { db, photos } = openedLine();
  const id = parsePhotoId(params['id'] ?? '');
  const key = id && (await findPhotoKey(db.prisma, shop, id));
  const bytes = key && (await photos.read(key));
  if (!bytes) throw new Response('no such photo', { status: 404 });
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'image/jpeg',
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'",
    },
  });
}
