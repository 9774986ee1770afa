import type { LoaderFunctionArgs } from '@remix-run/node';
import { exportSuggestions } from '../db/export-suggestions.server.ts';
import { csvRow } from '../domain/csv.ts';
import { daysOf } from '../domain/overview/period.ts';
import { dayAt, knownTimezone, spanOf } from '../domain/overview/zoned-days.ts';
import { openedLine } from '../line.server.ts';
import { authenticateMerchant } from '../shopify.server.ts';
import { languageOfRequest } from '../ui/language.ts';
import { periodOf } from '../ui/overview-url.ts';
import { csvCells, csvHeads } from '../ui/suggestion-csv.ts';
import { wordsOf, type Words } from '../ui/words.ts';
import { loadLanguage } from '../ui/words-context.tsx';
import { csvAnswer } from './csv-answer.ts';

/** The suggestions that were opened in a period, as a file. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  const merchant = await authenticateMerchant(request);
  const { db, now, log } = openedLine();
  const url = new URL(request.url);
  const timezone = knownTimezone(merchant.timezone);
  const days = daysOf(periodOf(url.searchParams), dayAt(now(), timezone));
  const { language, i18n } = await loadLanguage(
    languageOfRequest(url, request.headers.get('Accept-Language')),
  );
  const batches = exportSuggestions(db, merchant.shop, spanOf(days, timezone));
  const texts = csvTexts(batches, wordsOf(i18n, language, timezone));
  const fileName = `amends-${days.from}-${days.to}.csv`;
  return csvAnswer(texts, { fileName, shop: merchant.shop, log });
}

async function* csvTexts(
  batches: ReturnType<typeof exportSuggestions>,
  words: Words,
): AsyncGenerator<string, void, undefined> {
  yield csvRow(csvHeads(words));
  for await (const batch of batches) {
    yield batch.map((row) => csvRow(csvCells(row, words))).join('');
  }
}
