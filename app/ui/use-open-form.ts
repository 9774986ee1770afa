import { startTransition, useState } from 'react';
import { canMove } from '../domain/suggestion-states.ts';
import type { Suggestion } from '../domain/suggestion.ts';

/** A decision that is asked about in place before it is made. */
export type OpenForm = 'dismiss' | 'snooze';

const leadsTo = { dismiss: 'dismissed', snooze: 'snoozed' } as const;

/** The form that is open; it closes for good once what it asks for cannot be done any more, be it because it was done. */
export function useOpenForm({ state }: Suggestion) {
  const [asked, setAsked] = useState<OpenForm | null>(null);
  const open = asked !== null && canMove(state, leadsTo[asked]) ? asked : null;
  // A suggestion that wakes up again does not open its form again.
  if (open !== asked) setAsked(open);
  const ask = (form: OpenForm | null) => {
    // The button answers first: a form is some hundred elements, and a slow phone takes a while for them.
    startTransition(() => {
      setAsked(form);
    });
  };
  return [open, ask] as const;
}
