import { parties } from '../domain/claim.ts';
import { dueWindows } from '../domain/due.ts';
import { parseMoney, type Decimal } from '../domain/money.ts';
import { longestCarrier } from '../domain/parcels/carriers-of.ts';
import { confidences, queueSorts, queueTabs, type QueueQuery } from '../domain/queue.ts';
import { groundIds } from '../domain/scenarios/ground-ids.ts';
import { scenarioIds } from '../domain/scenarios/scenario.ts';

export const rowsPerPage = 25;

export const queuePath = '/app';

/** The filters that a select offers; the search has a field of its own. */
export const queueFilters = [
  'scenario',
  'ground',
  'responsible',
  'country',
  'carrier',
  'due',
  'confidence',
  'currency',
] as const;
export type QueueFilter = (typeof queueFilters)[number];

/** All that takes rows away; what filters the amount follows its currency. */
const filters = [...queueFilters, 'from', 'to', 'search'] as const;

/** What the URL asks for; whatever it says that is none of ours filters nothing. */
export function queueQueryOf(params: URLSearchParams): QueueQuery {
  const currency = matching(/^[A-Z]{3,4}$/, params.get('currency'));
  return {
    tab: oneOf(queueTabs, params.get('tab')) ?? 'to-decide',
    scenario: oneOf(scenarioIds, params.get('scenario')),
    ground: oneOf(groundIds, params.get('ground')),
    responsible: oneOf(parties, params.get('responsible')),
    country: matching(/^[A-Z]{2}$/, params.get('country')),
    carrier: textOf(params.get('carrier') ?? '', longestCarrier),
    due: oneOf(dueWindows, params.get('due')),
    confidence: oneOf(confidences, params.get('confidence')),
    currency,
    from: amountOf(params.get('from') ?? '', currency),
    to: amountOf(params.get('to') ?? '', currency),
    search: searchOf(params.get('search') ?? ''),
    sort: oneOf(queueSorts, params.get('sort')) ?? 'act-by',
    after: matching(/^[\w-]{1,400}$/, params.get('after')),
    limit: rowsPerPage,
  };
}

/** The page's address for a query. */
export function queueUrl(query: QueueQuery): string {
  const params = queueParams(query);
  return params === '' ? queuePath : `${queuePath}?${params}`;
}

/** The search part of the page's address; what is as usual is left out. */
export function queueParams(query: QueueQuery): string {
  const params = new URLSearchParams();
  if (query.tab !== 'to-decide') params.set('tab', query.tab);
  for (const filter of filters) {
    const value = query[filter];
    if (value !== null) params.set(filter, value);
  }
  if (query.sort !== 'act-by') params.set('sort', query.sort);
  if (query.after !== null) params.set('after', query.after);
  return params.toString();
}

/** Many refunds in one go, of what the query finds. */
export function bulkUrl(query: QueueQuery): string {
  return queueUrl({ ...query, after: null }).replace(/^\/app/, '/app/bulk');
}

/** The query with some of it changed, at its first page. Bounds of an amount are none of another currency. */
export function changedQuery(query: QueueQuery, changes: Partial<QueueQuery>): QueueQuery {
  const { currency = query.currency } = changes;
  const bounds = currency === query.currency ? {} : { from: null, to: null };
  return { ...query, after: null, ...bounds, ...changes };
}

export function withoutFilters(query: QueueQuery): QueueQuery {
  return changedQuery(query, Object.fromEntries(filters.map((filter) => [filter, null])));
}

export function isFiltered(query: QueueQuery): boolean {
  return filters.some((filter) => query[filter] !== null);
}

/** A bound of an amount: digits, and as many decimals as the currency has; null for anything else. */
export function amountOf(text: string, currency: string | null): Decimal | null {
  if (currency === null || !/^\d{1,12}(\.\d{1,3})?$/.test(text.trim())) return null;
  try {
    return parseMoney(text, currency).amount;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return null;
  }
}

export function searchOf(text: string): string | null {
  return textOf(text, 60);
}

/** A control character is nothing that a name could have. */
function textOf(text: string, longest: number): string | null {
  const trimmed = text
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, longest)
    .trim();
  return trimmed === '' ? null : trimmed;
}

function oneOf<Value extends string>(values: readonly Value[], text: string | null): Value | null {
  return values.find((value) => value === text) ?? null;
}

function matching(pattern: RegExp, text: string | null): string | null {
  return text !== null && pattern.test(text) ? text : null;
}
