import { areWordsBelieved } from './believed-words.ts';
import { remembering } from '../remembering.ts';
import { whatMessageSays } from './messages/what-messages-say.ts';
import { hints, type Said } from './said.ts';
import type { ScanMeaning } from './scan-meaning.ts';
import { statusSays } from './status-table.ts';

/** Carriers repeat themselves: a status or a message is looked through once. */
const wordsOf = remembering(whatMessageSays);
const statusOfAnySource = remembering((status) => statusSays(status, null));

const nothingSaid = hints('unknown');

/**
 * What a scan says, whoever told it. A general status ("in transit", "failure") gives way to words that
 * say more: Shopify has no status for lost, returned or held by customs. A particular one does not,
 * except a delivery whose own words deny it.
 */
export function meaningOfScan(scan: {
  readonly status: string;
  readonly message: string | null;
  readonly country?: string | null;
  readonly source?: string | null;
}): ScanMeaning {
  const status = scan.source
    ? statusSays(scan.status, scan.source)
    : statusOfAnySource(scan.status);
  if (status && !status.general && status.kind !== 'delivered') return meaning(status, 'status');
  const words = scan.message ? wordsOf(scan.message) : null;
  if (status) return weighed(status, words);
  if (words) return meaning(words, 'message');
  // Some carriers write sentences where others have codes.
  const sentence = wordsOf(spacedOut(scan.status));
  return sentence ? meaning(sentence, 'status') : meaning(nothingSaid, 'nothing');
}

function weighed(status: Said, words: Said | null): ScanMeaning {
  if (words && areWordsBelieved(words, status)) return meaning(words, 'message');
  if (status.kind === 'unknown') return meaning(status, 'nothing');
  // Where it is may be told by the words of an otherwise general scan.
  const leg = words?.kind === status.kind ? words.leg : null;
  return meaning({ ...status, leg: status.leg ?? leg }, 'status');
}

/** `DataReceived` as two words. */
function spacedOut(status: string): string {
  return status.replace(/([a-z])([A-Z])/g, '$1 $2');
}

function meaning(
  { kind, leg, party, reason }: Said,
  readFrom: ScanMeaning['readFrom'],
): ScanMeaning {
  return { kind, leg, party, reason, readFrom };
}
