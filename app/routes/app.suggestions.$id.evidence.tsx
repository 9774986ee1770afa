import type { LoaderFunctionArgs } from '@remix-run/node';
import { readSuggestion } from '../db/read-suggestion.server.ts';
import { parseSuggestionId } from '../domain/ids.ts';
import { timelineOf } from '../domain/timeline/timeline.ts';
import { millisecondsOf } from '../domain/time.ts';
import { openedLine } from '../line.server.ts';
import { authenticateMerchant } from '../shopify.server.ts';
import { disputePaper } from '../ui/dispute-paper.ts';
import { drawPaper } from '../ui/draw-paper.server.ts';
import { languageOfTag } from '../ui/language.ts';
import { fetchWords } from '../ui/words.ts';

/** What is known of a suggestion's order, for a bank, as a PDF file. In English unless asked for otherwise: banks read it. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const { shop, timezone } = await authenticateMerchant(request);
  const { db, now: clock } = openedLine();
  const id = parseSuggestionId(params['id'] ?? '');
  const detail = id && (await readSuggestion(db, shop, id));
  if (!detail) throw new Response('no such suggestion', { status: 404 });
  const language = languageOfTag(new URL(request.url).searchParams.get('language') ?? '') ?? 'en';
  const words = await fetchWords(language, timezone);
  const now = clock();
  const timeline = timelineOf({ ...detail, claim: detail.suggestion.claim }, now);
  const paper = disputePaper({ ...detail, timeline }, words, now);
  const file = await drawPaper(paper, new Date(millisecondsOf(now)));
  return new Response(new Uint8Array(file), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': 'attachment; filename="evidence.pdf"',
      'Content-Language': language,
      'Cache-Control': 'no-store',
    },
  });
}
