import { Button, InlineStack } from '@shopify/polaris';
import { ClockIcon } from '@shopify/polaris-icons';
import { useEffect, useRef } from 'react';
import { isPositive } from '../domain/money.ts';
import type { Suggestion } from '../domain/suggestion.ts';
import { canMove } from '../domain/suggestion-states.ts';
import { isRefundBest } from './bulk.ts';
import { moneyWords } from './format.ts';
import { HoldCountdown } from './hold-countdown.tsx';
import { isDecidable } from './placed-rows.ts';
import type { Decide, Deciding } from './use-decisions.ts';
import type { OpenForm } from './use-open-form.ts';
import { useWords } from './words-context.tsx';

/** Refund, snooze and dismiss while it can be decided, the countdown with Undo in the hold, nothing after. */
export function DecisionActions({
  suggestion,
  deciding,
  decide,
  formId,
  openForm,
  onOpenForm,
  checked = null,
  isCompact = false,
}: {
  readonly suggestion: Suggestion;
  readonly deciding: Deciding;
  readonly decide: Decide;
  readonly formId: string;
  readonly openForm: OpenForm | null;
  readonly onOpenForm: (form: OpenForm | null) => void;
  /** Answered questions of the checklist; null where they cannot be answered. */
  readonly checked?: readonly string[] | null;
  /** In a row, where three buttons in words are too wide for a phone. */
  readonly isCompact?: boolean;
}) {
  const words = useWords();
  const { t } = words;
  const place = useFocusKept(suggestion.state, deciding.asking !== null, openForm);
  const { orderName: order, version, state } = suggestion;
  const amount = moneyWords(suggestion.amount, words);
  // Nothing was taken yet: what is asked for is that the order ends.
  const isFree = !isPositive(suggestion.amount);
  const { checklist } = suggestion.care;
  const isOpen = checklist.some((question) => !checked?.includes(question));
  const opens = (form: OpenForm) => ({
    loading: deciding.asking === form,
    disabled: deciding.asking !== null && deciding.asking !== form,
    ariaExpanded: openForm === form,
    ...(openForm === form ? { ariaControls: formId } : {}),
    onClick: () => {
      onOpenForm(openForm === form ? null : form);
    },
  });
  return (
    <div ref={place} tabIndex={-1}>
      {state === 'approved' && suggestion.holdUntil && (
        <HoldCountdown
          holdUntil={suggestion.holdUntil}
          orderName={order}
          isUndoing={deciding.asking === 'undo'}
          onUndo={() => {
            decide(suggestion, { intent: 'undo' });
          }}
        />
      )}
      {isDecidable(suggestion) && (
        <InlineStack gap="200" align="end" wrap={!isCompact}>
          {canMove(state, 'snoozed') && (
            <span data-action="snooze">
              <Button
                {...opens('snooze')}
                {...(isCompact ? { icon: ClockIcon } : { children: t('action.snooze') })}
                accessibilityLabel={t('action.snooze-for', { order })}
              />
            </span>
          )}
          {state === 'snoozed' && (
            <span data-action="undo">
              <Button
                loading={deciding.asking === 'wake'}
                disabled={deciding.asking !== null && deciding.asking !== 'wake'}
                accessibilityLabel={t('action.wake-for', { order })}
                onClick={() => {
                  decide(suggestion, { intent: 'wake' });
                }}
              >
                {t('action.wake')}
              </Button>
            </span>
          )}
          <span data-action="dismiss">
            <Button {...opens('dismiss')} accessibilityLabel={t('action.dismiss-for', { order })}>
              {t('action.dismiss')}
            </Button>
          </span>
          {isOpen && checked === null ? (
            <Button
              url={`/app/suggestions/${suggestion.id}`}
              accessibilityLabel={t('action.review-for', { order })}
            >
              {t('action.review')}
            </Button>
          ) : (
            <span data-action="refund">
              <Button
                {...(isRefundBest(suggestion) ? { variant: 'primary' } : {})}
                loading={deciding.asking === 'refund'}
                disabled={(deciding.asking !== null && deciding.asking !== 'refund') || isOpen}
                accessibilityLabel={
                  isFree
                    ? t('action.cancel-order-for', { order })
                    : t('action.refund-for', { amount, order })
                }
                onClick={() => {
                  onOpenForm(null);
                  decide(suggestion, {
                    intent: 'refund',
                    version,
                    checked: (checked ?? []).join(','),
                  });
                }}
              >
                {isFree ? t('action.cancel-order') : t('action.refund', { amount })}
              </Button>
            </span>
          )}
        </InlineStack>
      )}
    </div>
  );
}

/**
 * The button that was pressed goes away with its state, and a form with what was in it: the keyboard's place moves to what
 * came instead, or back to what opened the form.
 */
function useFocusKept(state: Suggestion['state'], isAsking: boolean, openForm: OpenForm | null) {
  const place = useRef<HTMLDivElement>(null);
  const isOurs = useRef(false);
  const opened = useRef<OpenForm | null>(null);
  useEffect(() => {
    if (isAsking || openForm) isOurs.current = true;
    if (openForm) opened.current = openForm;
  }, [isAsking, openForm]);
  useEffect(() => {
    const isLost = document.activeElement === document.body || document.activeElement === null;
    if (!isOurs.current || !isLost) return;
    const find = (selector: string) => place.current?.querySelector<HTMLElement>(selector);
    const opener = opened.current && find(`[data-action=${opened.current}] button:not(:disabled)`);
    (opener ?? find('button:not(:disabled)') ?? place.current)?.focus();
  }, [state, isAsking, openForm]);
  return place;
}
