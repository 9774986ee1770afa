import { whatMessageSays } from './messages/what-messages-say.ts';
import { hints, type Said } from './said.ts';
import type { ScanKind, ScanMeaning } from './scan-meaning.ts';
import { bareKey, statusKey } from './status-key.ts';
import { aftershipTags } from './vocabularies/aftership-tags.ts';
import { cainiaoActions } from './vocabularies/cainiao-actions.ts';
import { commonCodes } from './vocabularies/common-codes.ts';
import { deliveryTrackerStatuses } from './vocabularies/delivery-tracker-statuses.ts';
import { easypostStatuses } from './vocabularies/easypost-statuses.ts';
import { karrioReasons } from './vocabularies/karrio-reasons.ts';
import { karrioStatuses } from './vocabularies/karrio-statuses.ts';
import { seventeenTrackStatuses } from './vocabularies/seventeen-track-statuses.ts';
import { shipengineStatuses } from './vocabularies/shipengine-statuses.ts';
import { shippoStatuses } from './vocabularies/shippo-statuses.ts';
import { shopifyStatuses } from './vocabularies/shopify-statuses.ts';
import { trackingmoreStatuses } from './vocabularies/trackingmore-statuses.ts';
import { upuEvents } from './vocabularies/upu-events.ts';
import { uspsEvents } from './vocabularies/usps-events.ts';

type Table = Readonly<Record<string, Said>>;

/** Vocabularies by the name of their source; a status of a known source is read by its own table first. */
const bySource: Readonly<Record<string, readonly Table[]>> = {
  shopify: [shopifyStatuses],
  karrio: [karrioStatuses, karrioReasons],
  aftership: [aftershipTags],
  '17track': [seventeenTrackStatuses],
  easypost: [easypostStatuses],
  trackingmore: [trackingmoreStatuses],
  shippo: [shippoStatuses],
  shipengine: [shipengineStatuses],
  deliverytracker: [deliveryTrackerStatuses],
  upu: [upuEvents],
  ems: [upuEvents],
  usps: [uspsEvents],
  cainiao: [cainiaoActions],
};

/** Without a source the table that comes first counts; numbers of one carrier mean nothing without its name. */
const anySource: readonly Table[] = [
  // karrio's `picked_up` is the carrier's doing; Shopify's is the buyer's, and no event but a display status.
  karrioStatuses,
  shopifyStatuses,
  karrioReasons,
  aftershipTags,
  seventeenTrackStatuses,
  easypostStatuses,
  trackingmoreStatuses,
  cainiaoActions,
  deliveryTrackerStatuses,
  shippoStatuses,
  commonCodes,
  upuEvents,
];

function indexOf(tables: readonly Table[], key: (status: string) => string) {
  const index = new Map<string, Said>();
  for (const [status, said] of tables.flatMap((table) => Object.entries(table))) {
    if (!index.has(key(status))) index.set(key(status), said);
  }
  return index;
}

const anyIndex = indexOf(anySource, statusKey);
const sourceIndex = new Map(
  Object.entries(bySource).map(([source, tables]) => [source, indexOf(tables, bareKey)]),
);

/** Kinds that a carrier's words may not put in the place of what a status says, however general that is. */
const tooVague: ReadonlySet<ScanKind> = new Set(['moving', 'announced', 'picked-up', 'delivered']);
/** What takes a delivery back: it was none, or one to the sender. */
const undoesDelivery: ReadonlySet<ScanKind> = new Set(['attempt-failed', 'returned', 'returning']);

/**
 * What a scan says, whoever told it. A general status ("in transit", "failure") gives way to words that say more: Shopify has
 * no status for lost, returned or held by customs. A particular one does not, except a delivery whose own words deny it.
 */
export function meaningOfScan(scan: {
  readonly status: string;
  readonly message: string | null;
  readonly country?: string | null;
  readonly source?: string | null;
}): ScanMeaning {
  const status = statusSays(scan.status, scan.source ?? null);
  const asks = status.general || status.kind === 'unknown' || status.kind === 'delivered';
  const words = asks && scan.message ? wordsOf(scan.message) : null;
  if (words && isBelieved(words, status)) return meaning(words, 'message');
  if (status.kind === 'unknown') return meaning(status, 'nothing');
  return meaning(status, 'status');
}

const nothingSaid = hints('unknown');

/** Carriers repeat themselves: a message is searched for phrases once. */
const remembered = new Map<string, Said | null>();

function wordsOf(message: string): Said | null {
  const known = remembered.get(message);
  if (known !== undefined) return known;
  const said = whatMessageSays(message);
  if (remembered.size >= 5000) remembered.clear();
  remembered.set(message, said);
  return said;
}

function statusSays(status: string, source: string | null): Said {
  if (status === '') return nothingSaid;
  const own = source === null ? undefined : sourceIndex.get(bareKey(source));
  return own?.get(bareKey(status)) ?? anyIndex.get(statusKey(status)) ?? nothingSaid;
}

function isBelieved(words: Said, status: Said): boolean {
  if (status.kind === 'unknown') return true;
  if (status.kind === 'delivered') return undoesDelivery.has(words.kind);
  const saysMore = words.kind !== status.kind || words.reason !== null;
  return !tooVague.has(words.kind) && saysMore;
}

function meaning(
  { kind, leg, party, reason }: Said,
  readFrom: ScanMeaning['readFrom'],
): ScanMeaning {
  return { kind, leg, party, reason, readFrom };
}
