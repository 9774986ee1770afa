/** What came of recording a carrier's answer. */
export type CarrierAnswerOutcome =
  | { readonly outcome: 'recorded' }
  | { readonly outcome: 'no-such-parcel' }
  | { readonly outcome: 'gone' }
  /** The form was not one of ours. */
  | { readonly outcome: 'unreadable' };

export type CarrierAnswerResult = CarrierAnswerOutcome | { readonly outcome: 'no-answer' };
