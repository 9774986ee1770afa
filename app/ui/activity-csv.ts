import type { TrailEvent } from '../domain/activity.ts';
import type { EvidenceParam } from '../domain/claim.ts';
import { csvRow } from '../domain/csv.ts';
import { codeWords } from './code-words.ts';
import type { Words } from './words.ts';

const columns = ['at', 'code', 'what', 'order', 'suggestion', 'actor', 'params'] as const;

export function activityCsvHead({ t }: Words): string {
  return csvRow(columns.map((column) => t(`activity.csv.${column}`)));
}

/** Codes beside their words, so that the file reads for a person and for a program. */
export function activityCsvLine(event: TrailEvent, words: Words): string {
  const { at, kind, orderId, suggestionId, actor, params } = event;
  const cells: Readonly<Record<(typeof columns)[number], string>> = {
    at,
    code: kind,
    what: codeWords('audit', kind, words),
    order: orderId ?? '',
    suggestion: suggestionId ?? '',
    actor,
    params: JSON.stringify(plainParams(params)),
  };
  return csvRow(columns.map((column) => cells[column]));
}

function plainParams(params: TrailEvent['params']): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(params).map(([name, param]) => [name, plain(param)]));
}

/** Without the tags by which a page knows how to show it; money stays the exact decimal with its currency. */
function plain(param: EvidenceParam): unknown {
  if (typeof param !== 'object') return param;
  switch (param.kind) {
    case 'money':
      return param.money;
    case 'instant':
      return param.instant;
    case 'elapsed':
      return param.since;
    case 'country':
      return param.code;
    default:
      // A kind that a newer version wrote down.
      return param;
  }
}
