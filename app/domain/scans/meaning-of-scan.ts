import { aftershipTags } from './vocabularies/aftership-tags.ts';
import { commonCodes } from './vocabularies/common-codes.ts';
import { karrioReasons } from './vocabularies/karrio-reasons.ts';
import { karrioStatuses } from './vocabularies/karrio-statuses.ts';
import { seventeenTrackStatuses } from './vocabularies/seventeen-track-statuses.ts';
import { shopifyStatuses } from './vocabularies/shopify-statuses.ts';
import { hints, says, type Said } from './said.ts';
import type { ScanMeaning } from './scan-meaning.ts';
import { statusKey } from './status-key.ts';

const known = new Map<string, Said>(
  [
    commonCodes,
    karrioReasons,
    seventeenTrackStatuses,
    aftershipTags,
    karrioStatuses,
    shopifyStatuses,
  ]
    .flatMap((table) => Object.entries(table))
    .map(([status, said]) => [statusKey(status), said]),
);

const phrases: readonly (readonly [RegExp, Said])[] = [
  [/return(ed|ing)? to sender|being returned/i, says('returning')],
  [/held by customs/i, says('customs-held')],
  [/\blost\b/i, says('lost')],
  [/deliver(y|ed) (failed|attempt)/i, says('attempt-failed')],
];

export function meaningOfScan(scan: {
  readonly status: string;
  readonly message: string | null;
  readonly country?: string | null;
  readonly source?: string | null;
}): ScanMeaning {
  const said = known.get(statusKey(scan.status)) ?? hints('unknown');
  const { message } = scan;
  const told = said.general && message !== null && phrases.find(([phrase]) => phrase.test(message));
  const { kind, leg, party, reason } = told ? told[1] : said;
  return {
    kind,
    leg,
    party,
    reason,
    readFrom: told ? 'message' : kind === 'unknown' ? 'nothing' : 'status',
  };
}
