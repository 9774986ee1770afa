import type { ReturnFacts } from '../../order-facts.ts';
import { meaningOfScan } from '../../scans/meaning-of-scan.ts';
import { earliest, type Instant } from '../../time.ts';
import type { Clock } from '../../clock.ts';

/** ReturnStatus values of returns that were agreed to, and not called off. */
const agreed = new Set(['OPEN', 'CLOSED', 'APPROVED', 'IN_PROGRESS', 'RECEIVED']);

export function isAgreed({ status }: ReturnFacts): boolean {
  return agreed.has(status.toUpperCase());
}

/** When the goods were back, by the shop's own record or by the carrier's scan; null while they are not. */
export function backAtOf(request: ReturnFacts, clock: Clock): Instant | null {
  const scanned = scansOf(request, clock)
    .filter(({ kind }) => kind === 'delivered' || kind === 'returned')
    .map(({ at }) => at);
  const received = request.receivedAt !== null && clock.hasPassed(request.receivedAt);
  return earliest([received ? request.receivedAt : null, ...scanned]);
}

/** When a carrier first had them; null while none has. */
export function handedBackAtOf(request: ReturnFacts, clock: Clock): Instant | null {
  const seen = scansOf(request, clock).filter(
    ({ kind }) => kind !== 'announced' && kind !== 'unknown' && kind !== 'cancelled',
  );
  return earliest(seen.map(({ at }) => at));
}

function scansOf({ scans }: ReturnFacts, clock: Clock) {
  return scans
    .filter(({ happenedAt }) => clock.hasPassed(happenedAt))
    .map((scan) => ({ at: scan.happenedAt, kind: meaningOfScan(scan).kind }));
}
