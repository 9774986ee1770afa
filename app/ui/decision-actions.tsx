import { Button, InlineStack } from '@shopify/polaris';
import { useEffect, useRef } from 'react';
import { isPositive } from '../domain/money.ts';
import type { Suggestion } from '../domain/suggestion.ts';
import { isRefundBest } from './bulk.ts';
import { moneyWords } from './format.ts';
import { HoldCountdown } from './hold-countdown.tsx';
import { isDecidable } from './placed-rows.ts';
import type { Decide, Deciding } from './use-decisions.ts';
import { useWords } from './words-context.tsx';

/** Refund and dismiss while it can be decided, the countdown with Undo in the hold, nothing after. */
export function DecisionActions({
  suggestion,
  deciding,
  decide,
  dismissFormId,
  isDismissing,
  onDismissing,
  checked = null,
}: {
  readonly suggestion: Suggestion;
  readonly deciding: Deciding;
  readonly decide: Decide;
  readonly dismissFormId: string;
  readonly isDismissing: boolean;
  readonly onDismissing: (isDismissing: boolean) => void;
  /** Answered questions of the checklist; null where they cannot be answered. */
  readonly checked?: readonly string[] | null;
}) {
  const words = useWords();
  const { t } = words;
  const place = useFocusKept(suggestion.state, deciding.asking !== null);
  const { orderName: order, version } = suggestion;
  const amount = moneyWords(suggestion.amount, words);
  // Nothing was taken yet: what is asked for is that the order ends.
  const isFree = !isPositive(suggestion.amount);
  const { checklist } = suggestion.care;
  const isOpen = checklist.some((question) => !checked?.includes(question));
  return (
    <div ref={place} tabIndex={-1}>
      {suggestion.state === 'approved' && suggestion.holdUntil && (
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
        <InlineStack gap="200" align="end" wrap={false}>
          <Button
            loading={deciding.asking === 'dismiss'}
            disabled={deciding.asking === 'refund'}
            ariaExpanded={isDismissing}
            {...(isDismissing ? { ariaControls: dismissFormId } : {})}
            accessibilityLabel={t('action.dismiss-for', { order })}
            onClick={() => {
              onDismissing(!isDismissing);
            }}
          >
            {t('action.dismiss')}
          </Button>
          {isOpen && checked === null ? (
            <Button
              url={`/app/suggestions/${suggestion.id}`}
              accessibilityLabel={t('action.review-for', { order })}
            >
              {t('action.review')}
            </Button>
          ) : (
            <Button
              {...(isRefundBest(suggestion) ? { variant: 'primary' } : {})}
              loading={deciding.asking === 'refund'}
              disabled={deciding.asking === 'dismiss' || isOpen}
              accessibilityLabel={
                isFree
                  ? t('action.cancel-order-for', { order })
                  : t('action.refund-for', { amount, order })
              }
              onClick={() => {
                onDismissing(false);
                decide(suggestion, {
                  intent: 'refund',
                  version,
                  checked: (checked ?? []).join(','),
                });
              }}
            >
              {isFree ? t('action.cancel-order') : t('action.refund', { amount })}
            </Button>
          )}
        </InlineStack>
      )}
    </div>
  );
}

/** The button that was pressed goes away with its state: the keyboard's place moves to what came instead. */
function useFocusKept(state: Suggestion['state'], isAsking: boolean) {
  const place = useRef<HTMLDivElement>(null);
  const isOurs = useRef(false);
  useEffect(() => {
    if (isAsking) isOurs.current = true;
  }, [isAsking]);
  useEffect(() => {
    const isLost = document.activeElement === document.body || document.activeElement === null;
    if (!isOurs.current || !isLost) return;
    (place.current?.querySelector<HTMLElement>('button:not(:disabled)') ?? place.current)?.focus();
  }, [state, isAsking]);
  return place;
}
