import { activityGroups, type ActivityActor, type ActivityQuery } from '../domain/activity.ts';
import { auditKinds } from '../domain/audit-event.ts';
import { parseInstant } from '../domain/time.ts';
import type { Language } from '../locales/load-words.ts';
import { searchOf } from './queue-url.ts';

/** What the URL asks for; whatever it says that is none of ours filters nothing. */
export function activityQueryOf(params: URLSearchParams): ActivityQuery {
  return {
    kind: kindOf(params.get('kind') ?? ''),
    actor: actorOf(params.get('actor') ?? ''),
    from: dateOf(params.get('from') ?? ''),
    to: dateOf(params.get('to') ?? ''),
    search: searchOf(params.get('search') ?? ''),
    after: /^\d{1,13}-\d{1,18}$/.test(params.get('after') ?? '') ? params.get('after') : null,
  };
}

/** The page's address for a query. */
export function activityUrl(query: ActivityQuery): string {
  return addressOf('/app/activity', query);
}

/** Where everything that the query finds is had as a file. */
export function exportUrl(query: ActivityQuery, language: Language): string {
  return addressOf('/app/activity/export.csv', { ...query, after: null, locale: language });
}

function addressOf(path: string, query: ActivityQuery & { readonly locale?: Language }): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries<string | null>({ ...query })) {
    if (value !== null) params.set(name, value);
  }
  const text = params.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** The query with some of it changed, at its first page. */
export function changedActivity(
  query: ActivityQuery,
  changes: Partial<ActivityQuery>,
): ActivityQuery {
  return { ...query, after: null, ...changes };
}

export const everyActivity = activityQueryOf(new URLSearchParams());

export function isActivityFiltered(query: ActivityQuery): boolean {
  return activityUrl(changedActivity(query, {})) !== activityUrl(everyActivity);
}

export function kindOf(text: string): ActivityQuery['kind'] {
  return [...activityGroups, ...auditKinds].find((kind) => kind === text) ?? null;
}

export function actorOf(text: string): ActivityActor | null {
  if (text === 'system' || text === 'people') return text;
  const staff = /^staff:([\w-]{1,40})$/.exec(text)?.[1];
  return staff === undefined ? null : `staff:${staff}`;
}

/** A day of this millennium that the calendar has: a year that is still being typed is none. */
export function dateOf(text: string): string | null {
  if (!/^2\d{3}-\d{2}-\d{2}$/.test(text)) return null;
  return parseInstant(`${text}T00:00:00Z`)?.startsWith(text) ? text : null;
}
