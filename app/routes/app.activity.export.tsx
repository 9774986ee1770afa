import type { LoaderFunctionArgs } from '@remix-run/node';
import { streamTrail } from '../db/read-activity.server.ts';
import { activityFilterOf } from '../domain/activity-filter.ts';
import type { TrailEvent } from '../domain/activity.ts';
import { openedLine } from '../line.server.ts';
import { authenticateMerchant } from '../shopify.server.ts';
import { activityCsvHead, activityCsvLine } from '../ui/activity-csv.ts';
import { activityQueryOf } from '../ui/activity-url.ts';
import { languageOfRequest } from '../ui/language.ts';
import { fetchWords, type Words } from '../ui/words.ts';
import { csvAnswer } from './csv-answer.ts';

/** All that the page's filters find, as a CSV file. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop, timezone } = await authenticateMerchant(request);
  const { db, log } = openedLine();
  const url = new URL(request.url);
  const language = languageOfRequest(url, request.headers.get('Accept-Language'));
  const words = await fetchWords(language, timezone);
  const filter = activityFilterOf(activityQueryOf(url.searchParams), timezone);
  const texts = csvTexts(streamTrail(db, shop, filter), words);
  return csvAnswer(texts, { fileName: 'activity.csv', shop, log });
}

async function* csvTexts(
  batches: AsyncGenerator<readonly TrailEvent[], void, undefined>,
  words: Words,
): AsyncGenerator<string, void, undefined> {
  yield activityCsvHead(words);
  for await (const batch of batches) {
    yield batch.map((event) => activityCsvLine(event, words)).join('');
  }
}
