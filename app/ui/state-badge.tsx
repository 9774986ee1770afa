import { Badge, Text } from '@shopify/polaris';
import type { Suggestion, SuggestionState } from '../domain/suggestion.ts';
import { codeWords } from './code-words.ts';
import { instantWords } from './format.ts';
import type { Words } from './words.ts';
import { useWords } from './words-context.tsx';

const tones = {
  open: 'new',
  snoozed: 'new',
  approved: 'info',
  refunding: 'info',
  unknown: 'warning',
  refunded: 'success',
  rejected: 'critical',
  dismissed: 'new',
  withdrawn: 'new',
} as const satisfies Record<SuggestionState, string>;

/** The state, and why where there is a reason. */
export function StateBadge({ suggestion }: { readonly suggestion: Suggestion }) {
  const words = useWords();
  const why = reasonWords(suggestion, words);
  return (
    <>
      <Badge tone={tones[suggestion.state]}>{codeWords('state', suggestion.state, words)}</Badge>
      {why && (
        <Text as="span" variant="bodySm" tone="subdued">
          {/* Two versions of Intl may differ in a space. */}
          <span suppressHydrationWarning>{why}</span>
        </Text>
      )}
    </>
  );
}

function reasonWords(suggestion: Suggestion, words: Words): string | null {
  const { dismissReason, withdrawnBecause, decidedBy, snoozedUntil, wokenBecause } = suggestion;
  if (snoozedUntil) return words.t('snooze.until', { at: instantWords(snoozedUntil, words) });
  if (suggestion.state === 'open' && wokenBecause) return codeWords('woken', wokenBecause, words);
  if (suggestion.state === 'dismissed' && dismissReason) {
    return codeWords('dismiss-reason', dismissReason, words);
  }
  if (suggestion.state === 'withdrawn' && withdrawnBecause) {
    return codeWords('withdrawn', withdrawnBecause, words);
  }
  if (decidedBy === 'system' && isDecidedOn(suggestion.state)) return words.t('automatic.by');
  return null;
}

/** In these states the last decision still is the one that counts. */
function isDecidedOn(state: SuggestionState): boolean {
  return ['approved', 'refunding', 'unknown', 'refunded'].includes(state);
}
