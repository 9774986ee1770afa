import { readOrderRecord, type OrderKey } from '../db/order-records.server.ts';
import { findSuggestionOfOrder } from '../db/suggestions.server.ts';
import type { Suggestion } from '../domain/suggestion.ts';
import { openedLine } from '../line.server.ts';
import { authenticateExtension, type ExtensionCaller } from '../shopify.server.ts';
import { languageOfRequest } from '../ui/language.ts';
import type { OrderAnswer } from '../ui/order-answer.ts';
import { suggestionView } from '../ui/order-view.ts';
import { fetchWords, type Words } from '../ui/words.ts';

/** The words that an extension asks for, on the shop's clock. */
export function wordsAsked(request: Request, { timezone }: ExtensionCaller): Promise<Words> {
  const language = languageOfRequest(new URL(request.url), request.headers.get('Accept-Language'));
  return fetchWords(language, timezone);
}

/** What an extension shows of the order's one suggestion that is somebody's business, else of the last one. */
export async function orderAnswer(order: OrderKey, words: Words): Promise<OrderAnswer> {
  const { db } = openedLine();
  const suggestion = await findSuggestionOfOrder(db.prisma, order);
  return suggestion ? answerAbout(suggestion, words) : { suggestion: null, said: null };
}

export async function answerAbout(suggestion: Suggestion, words: Words): Promise<OrderAnswer> {
  const { db, now } = openedLine();
  const record = await readOrderRecord(db.prisma, suggestion);
  const about = { words, now: now() };
  return { suggestion: suggestionView(suggestion, record?.facts ?? null, about), said: null };
}

/** Of routes that take a POST alone: a browser asks first whether the extension may send it. */
export async function onlyForExtensions({
  request,
}: {
  readonly request: Request;
}): Promise<Response> {
  const { cors } = await authenticateExtension(request);
  return cors(new Response(null, { status: 405, headers: { Allow: 'POST' } }));
}
