import type { LoaderFunctionArgs } from '@remix-run/node';
import { streamTrail } from '../db/read-activity.server.ts';
import { activityFilterOf } from '../domain/activity-filter.ts';
import type { TrailEvent } from '../domain/activity.ts';
import { openedLine } from '../line.server.ts';
import { authenticateMerchant } from '../shopify.server.ts';
import { activityCsvHead, activityCsvLine } from '../ui/activity-csv.ts';
import { activityQueryOf } from '../ui/activity-url.ts';
import { byteOrderMark } from '../ui/csv.ts';
import { languageOfRequest } from '../ui/language.ts';
import { fetchWords, type Words } from '../ui/words.ts';

/** All that the page's filters find, as a CSV file. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop, timezone } = await authenticateMerchant(request);
  const { db, log } = openedLine();
  const url = new URL(request.url);
  const language = languageOfRequest(url, request.headers.get('Accept-Language'));
  const words = await fetchWords(language, timezone);
  const filter = activityFilterOf(activityQueryOf(url.searchParams), timezone);
  const body = csvOf(streamTrail(db, shop, filter), words, (error) => {
    log.error({ err: error, shop }, 'an export broke off');
  });
  return new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="activity.csv"',
      'Content-Language': language,
      'Cache-Control': 'no-store',
    },
  });
}

/** Reads a batch when the one before has left; what breaks off does not look like a whole file. */
function csvOf(
  batches: AsyncGenerator<readonly TrailEvent[], void, undefined>,
  words: Words,
  onBroken: (error: unknown) => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode(byteOrderMark + activityCsvHead(words)));
    },
    async pull(controller) {
      try {
        const batch = await batches.next();
        if (batch.done) controller.close();
        else {
          const lines = batch.value.map((event) => activityCsvLine(event, words));
          controller.enqueue(encoder.encode(lines.join('')));
        }
      } catch (error) {
        onBroken(error);
        controller.error(error);
      }
    },
    async cancel() {
      await batches.return();
    },
  });
}
