/**
 * One spelling of a status, whatever its case and whatever stands between its words. A separator
 * before digits is kept: `Exception_011` is AfterShip's and means something else than TrackingMore's
 * `exception011`.
 */
export function statusKey(status: string): string {
  return status
    .trim()
    .toLowerCase()
    .replace(/[\s._-]+/g, '_')
    .replace(/_(?!\d)|(?<=\d)_|^_/g, '');
}

/** Where the vocabulary is known, a separator can tell nothing apart. */
export function bareKey(status: string): string {
  return statusKey(status).replaceAll('_', '');
}
