import type { Suggestion } from '../domain/suggestion.ts';
import type { Instant } from '../domain/time.ts';
import { DismissForm } from './dismiss-form.tsx';
import { SnoozeForm } from './snooze-form.tsx';
import type { Decide, Deciding } from './use-decisions.ts';
import type { OpenForm } from './use-open-form.ts';

/** What is asked before a decision is made. */
export function DecisionForms({
  id,
  open,
  suggestion,
  now,
  deciding,
  decide,
  onClose,
}: {
  readonly id: string;
  readonly open: OpenForm;
  readonly suggestion: Suggestion;
  readonly now: Instant;
  readonly deciding: Deciding;
  readonly decide: Decide;
  readonly onClose: () => void;
}) {
  const { orderName, version, actBy } = suggestion;
  switch (open) {
    case 'dismiss':
      return (
        <DismissForm
          id={id}
          orderName={orderName}
          isBusy={deciding.asking === 'dismiss'}
          onCancel={onClose}
          onDismiss={(reason) => {
            decide(suggestion, { intent: 'dismiss', version, reason });
          }}
        />
      );
    case 'snooze':
      return (
        <SnoozeForm
          id={id}
          orderName={orderName}
          actBy={actBy}
          now={now}
          isBusy={deciding.asking === 'snooze'}
          onCancel={onClose}
          onSnooze={(date, pastActBy) => {
            decide(suggestion, { intent: 'snooze', version, date, pastActBy });
          }}
        />
      );
  }
}
