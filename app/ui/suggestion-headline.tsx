import { BlockStack, Card, InlineStack, Text } from '@shopify/polaris';
import { useId } from 'react';
import type { Suggestion } from '../domain/suggestion.ts';
import type { Instant } from '../domain/time.ts';
import { DecisionActions } from './decision-actions.tsx';
import { DecisionForms } from './decision-forms.tsx';
import { DecisionNote } from './decision-note.tsx';
import { isDone } from './decision.ts';
import { evidenceLine } from './evidence-words.ts';
import { moneyWords } from './format.ts';
import { GroundBadges } from './ground-badges.tsx';
import { StateBadge } from './state-badge.tsx';
import type { Decide, Deciding } from './use-decisions.ts';
import { useOpenForm } from './use-open-form.ts';
import { useWords } from './words-context.tsx';

/** What it is about, how much, how it stands, and the buttons. */
export function SuggestionHeadline({
  suggestion,
  deciding,
  decide,
  forget,
  now,
  checked,
}: {
  readonly suggestion: Suggestion;
  readonly deciding: Deciding;
  readonly decide: Decide;
  readonly forget: (suggestion: Suggestion) => void;
  readonly now: Instant;
  readonly checked: readonly string[];
}) {
  const words = useWords();
  const formId = useId();
  const [openForm, setOpenForm] = useOpenForm(suggestion);
  const { result } = deciding;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="start" gap="300">
          <BlockStack gap="150">
            <GroundBadges claim={suggestion.claim} />
            <Text as="p" variant="heading2xl" numeric>
              {moneyWords(suggestion.amount, words)}
            </Text>
            <InlineStack gap="200" align="start" blockAlign="center">
              <StateBadge suggestion={suggestion} />
            </InlineStack>
          </BlockStack>
          <DecisionActions
            suggestion={suggestion}
            deciding={deciding}
            decide={decide}
            formId={formId}
            openForm={openForm}
            onOpenForm={setOpenForm}
            checked={checked}
          />
        </InlineStack>
        <Text as="p">{evidenceLine(suggestion.claim.evidence, words, now)}</Text>
        {openForm && (
          <DecisionForms
            id={formId}
            open={openForm}
            suggestion={suggestion}
            now={now}
            deciding={deciding}
            decide={decide}
            onClose={() => {
              setOpenForm(null);
            }}
          />
        )}
        {result && !isDone(result) && (
          <DecisionNote
            result={result}
            suggestion={suggestion}
            onDismiss={() => {
              forget(suggestion);
            }}
          />
        )}
      </BlockStack>
    </Card>
  );
}
