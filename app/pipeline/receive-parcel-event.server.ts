import type { ShopDomain } from '../domain/ids.ts';
import type { ToldScan } from '../domain/scans/told-scan.ts';
import { addSeconds, type Instant } from '../domain/time.ts';
import type { Line } from './line.server.ts';
import { recordScans } from './record-scans.server.ts';

/** What happened to a parcel, as any program tells it. */
export interface SentParcelEvent {
  /** The sender's own id of it: the same event twice is one. */
  readonly id: string;
  readonly trackingNumber: string;
  readonly carrier: string | null;
  readonly at: Instant;
  readonly status: string;
  readonly text: string | null;
  readonly country: string | null;
}

export type ReceiveParcelEventOutcome =
  | { readonly outcome: 'recorded' }
  /** It came before. */
  | { readonly outcome: 'known' }
  | { readonly outcome: 'no-such-parcel' }
  | { readonly outcome: 'in-future' };

/** Clocks differ; an event from later than that is a mistake. */
const mostAheadSeconds = 300;
const anyProgram = 'json';

/** Keeps what happened to a parcel of the shop as evidence of its order. */
export async function receiveParcelEvent(
  line: Line,
  shop: ShopDomain,
  { id, trackingNumber, carrier, at, status, text, country }: SentParcelEvent,
): Promise<ReceiveParcelEventOutcome> {
  const refused = (why: 'unknown-number' | 'replayed') => {
    line.refusals.note({ shop, service: anyProgram, why });
  };
  if (at > addSeconds(line.now(), mostAheadSeconds)) return { outcome: 'in-future' };
  const scan: ToldScan = {
    ...{ trackingNumber, carrier, status, country },
    happenedAt: at,
    message: text,
  };
  const came = await recordScans(line, shop, {
    // A carrier's own codes are understood where it is named.
    source: carrier ?? anyProgram,
    scans: [scan],
    event: null,
    scanId: id,
  });
  if (came.outcome === 'known') return came;
  if (came.strangers > 0) {
    refused('unknown-number');
    return { outcome: 'no-such-parcel' };
  }
  if (came.recorded > 0) return { outcome: 'recorded' };
  refused('replayed');
  return { outcome: 'known' };
}
