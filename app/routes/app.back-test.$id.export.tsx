import type { LoaderFunctionArgs } from '@remix-run/node';
import type { Database } from '../db/database.server.ts';
import { findBackTest, readTestedOrders } from '../db/back-tests.server.ts';
import { parseBackTestId, type BackTestId } from '../domain/backtest/back-test.ts';
import { csvRow } from '../domain/csv.ts';
import type { ShopDomain } from '../domain/ids.ts';
import { knownTimezone } from '../domain/overview/zoned-days.ts';
import { openedLine } from '../line.server.ts';
import { authenticateMerchant } from '../shopify.server.ts';
import { testedCsvCells, testedCsvHeads } from '../ui/back-test-csv.ts';
import { languageOfRequest } from '../ui/language.ts';
import { wordsOf, type Words } from '../ui/words.ts';
import { loadLanguage } from '../ui/words-context.tsx';
import { csvAnswer } from './csv-answer.ts';

const atOnce = 500;

/** The orders of a back-test that were acted on or missed, as a file. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const merchant = await authenticateMerchant(request);
  const { shop } = merchant;
  const { db, log } = openedLine();
  const id = parseBackTestId(params['id'] ?? '');
  const test = id && (await findBackTest(db.prisma, shop, id));
  if (!test) throw new Response('no such back-test', { status: 404 });
  const url = new URL(request.url);
  const { language, i18n } = await loadLanguage(
    languageOfRequest(url, request.headers.get('Accept-Language')),
  );
  const words = wordsOf(i18n, language, knownTimezone(merchant.timezone));
  const fileName = `amends-back-test-${test.askedAt.slice(0, 10)}.csv`;
  return csvAnswer(csvTexts(db, shop, test.id, words), { fileName, shop, log });
}

async function* csvTexts(
  db: Database,
  shop: ShopDomain,
  id: BackTestId,
  words: Words,
): AsyncGenerator<string, void, undefined> {
  yield csvRow(testedCsvHeads(words));
  for (let after = ''; ;) {
    const page = await readTestedOrders(db.prisma, shop, { id, after, limit: atOnce });
    const last = page.at(-1);
    if (!last) return;
    yield page.map((order) => csvRow(testedCsvCells(order, words))).join('');
    after = last.orderId;
  }
}
