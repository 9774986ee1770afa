import type { ScanKind } from '#app/domain/scans/scan-meaning.ts';

/** What carriers write in one language, by what it means. */
export type Sayings = Readonly<Partial<Record<ScanKind, readonly string[]>>>;
