import { contestedStatuses } from './contested-statuses.ts';
import type { Said } from './said.ts';
import { bareKey, statusKey } from './status-key.ts';
import { vocabularies } from './vocabularies.ts';

const anySource = new Map<string, Said>();
const bySource = new Map<string, Map<string, Said>>();

for (const { sources, statuses, onlyFromItsSource } of vocabularies) {
  for (const [status, said] of Object.entries(statuses)) {
    for (const source of sources) tableOf(source).set(bareKey(status), said);
    if (!onlyFromItsSource) anySource.set(statusKey(status), said);
  }
}
for (const [status, said] of Object.entries(contestedStatuses)) {
  anySource.set(statusKey(status), said);
}

function tableOf(source: string): Map<string, Said> {
  const table = bySource.get(source) ?? new Map<string, Said>();
  bySource.set(source, table);
  return table;
}

/** What a status says, in its source's own sense if the source is known; null when no vocabulary has it. */
export function statusSays(status: string, source: string | null): Said | null {
  const own = source === null ? null : ownSays(bareKey(status), bareKey(source));
  return own ?? anySource.get(statusKey(status)) ?? null;
}

/** `usps_international`, `EasyPost tracker`: a source is known by how it begins. */
function ownSays(key: string, source: string): Said | null {
  for (const [name, table] of bySource) {
    if (source.startsWith(name)) return table.get(key) ?? null;
  }
  return null;
}
