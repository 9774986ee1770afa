/** What the merchant wants done with the queue's saved views; the fields of the form that is posted. */
export type ViewAsked =
  | { readonly intent: 'save'; readonly name: string; readonly params: string }
  | { readonly intent: 'rename'; readonly id: string; readonly name: string }
  | { readonly intent: 'delete'; readonly id: string };

/** What came of it. */
export type ViewOutcome =
  | { readonly outcome: 'saved' }
  | { readonly outcome: 'renamed' }
  | { readonly outcome: 'deleted' }
  | { readonly outcome: 'wrong-name' }
  | { readonly outcome: 'name-taken' }
  | { readonly outcome: 'too-many' }
  | { readonly outcome: 'gone' }
  /** The form was not one of ours. */
  | { readonly outcome: 'unreadable' };

export type ViewResult = ViewOutcome | { readonly outcome: 'no-answer' };
