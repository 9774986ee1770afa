import { byteOrderMark } from '../domain/csv.ts';

/** Texts as they come, as a CSV file. A reader who goes away ends what makes them; a failure breaks the file off. */
export function csvAnswer(
  texts: AsyncGenerator<string, void, undefined>,
  fileName: string,
): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(byteOrderMark));
    },
    async pull(controller) {
      const { done, value } = await texts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
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
