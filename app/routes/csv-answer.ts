import type { Logger } from 'pino';
import { byteOrderMark } from '../domain/csv.ts';
import type { ShopDomain } from '../domain/ids.ts';

/**
 * Texts as they come, as a CSV file. A reader who goes away ends what makes them; what breaks off does not look like a whole
 * file, and is logged.
 */
export function csvAnswer(
  texts: AsyncGenerator<string, void, undefined>,
  about: { readonly fileName: string; readonly shop: ShopDomain; readonly log: Logger },
): Response {
  const { fileName, shop, log } = about;
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(byteOrderMark));
    },
    async pull(controller) {
      try {
        const { done, value } = await texts.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      } catch (error) {
        log.error({ err: error, shop }, 'an export broke off');
        controller.error(error);
      }
    },
    async cancel() {
      await texts.return();
    },
  });
  return new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'no-store',
    },
  });
}
