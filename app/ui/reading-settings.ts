import type { Evidence } from '../domain/claim.ts';

/** What the merchant asks for in the settings of reading; the fields of the form that is posted. */
export type ReadingAsked =
  | {
      readonly intent: 'second-reader';
      readonly version: number;
      readonly secondReader: boolean;
      /** As it was typed. */
      readonly secondReaderPerDay: string;
    }
  | { readonly intent: 'forget' };

/** What came of it. */
export type ReadingOutcome =
  | { readonly outcome: 'saved' }
  /** Somebody changed the settings since they were shown. */
  | { readonly outcome: 'stale' }
  | {
      readonly outcome: 'invalid';
      readonly problems: readonly {
        readonly path: string;
        readonly code: string;
        readonly params: Evidence['params'];
      }[];
    }
  | { readonly outcome: 'forgotten' }
  | { readonly outcome: 'gone' }
  /** The form was not one of ours. */
  | { readonly outcome: 'unreadable' };
