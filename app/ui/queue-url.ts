import { parties } from '../domain/claim.ts';
import { dueWindows } from '../domain/due.ts';
import { queueSorts, queueTabs, type QueueQuery } from '../domain/queue.ts';
import { groundIds } from '../domain/scenarios/ground-ids.ts';
import { scenarioIds } from '../domain/scenarios/scenario.ts';

export const rowsPerPage = 25;

/** The filters that a select offers; the search has a field of its own. */
export const queueFilters = [
  'scenario',
  'ground',
  'responsible',
  'country',
  'currency',
  'due',
] as const;
export type QueueFilter = (typeof queueFilters)[number];

/** What the URL asks for; whatever it says that is none of ours filters nothing. */
export function queueQueryOf(params: URLSearchParams): QueueQuery {
  return {
    tab: oneOf(queueTabs, params.get('tab')) ?? 'to-decide',
    scenario: oneOf(scenarioIds, params.get('scenario')),
    ground: oneOf(groundIds, params.get('ground')),
    responsible: oneOf(parties, params.get('responsible')),
    country: matching(/^[A-Z]{2}$/, params.get('country')),
    currency: matching(/^[A-Z]{3}$/, params.get('currency')),
    due: oneOf(dueWindows, params.get('due')),
    search: searchOf(params.get('search') ?? ''),
    sort: oneOf(queueSorts, params.get('sort')) ?? 'act-by',
    after: matching(/^[\w-]{1,400}$/, params.get('after')),
    limit: rowsPerPage,
  };
}

/** The page's address for a query; what is as usual is left out. */
export function queueUrl(query: QueueQuery): string {
  const params = new URLSearchParams();
  if (query.tab !== 'to-decide') params.set('tab', query.tab);
  for (const filter of queueFilters) {
    const value = query[filter];
    if (value !== null) params.set(filter, value);
  }
  if (query.search !== null) params.set('search', query.search);
  if (query.sort !== 'act-by') params.set('sort', query.sort);
  if (query.after !== null) params.set('after', query.after);
  const text = params.toString();
  return text === '' ? '/app' : `/app?${text}`;
}

/** Many refunds in one go, of what the query finds. */
export function bulkUrl(query: QueueQuery): string {
  return queueUrl({ ...query, after: null }).replace(/^\/app/, '/app/bulk');
}

/** The query with some of it changed, at its first page. */
export function changedQuery(query: QueueQuery, changes: Partial<QueueQuery>): QueueQuery {
  return { ...query, after: null, ...changes };
}

export function withoutFilters(query: QueueQuery): QueueQuery {
  return changedQuery(query, {
    scenario: null,
    ground: null,
    responsible: null,
    country: null,
    currency: null,
    due: null,
    search: null,
  });
}

export function isFiltered(query: QueueQuery): boolean {
  return query.search !== null || queueFilters.some((filter) => query[filter] !== null);
}

/** A control character is nothing that an order's name could have. */
export function searchOf(text: string): string | null {
  const trimmed = text
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, 60);
  return trimmed === '' ? null : trimmed;
}

function oneOf<Value extends string>(values: readonly Value[], text: string | null): Value | null {
  return values.find((value) => value === text) ?? null;
}

function matching(pattern: RegExp, text: string | null): string | null {
  return text !== null && pattern.test(text) ? text : null;
}
