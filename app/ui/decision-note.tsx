import { Banner, BlockStack, List, Text } from '@shopify/polaris';
import { useEffect, useRef } from 'react';
import type { Suggestion } from '../domain/suggestion.ts';
import type { DecisionResult } from './decision.ts';
import { resultWords } from './decision-words.ts';
import { useWords } from './words-context.tsx';

/** What came of a decision that did not do what was asked, beside what it was asked for. */
export function DecisionNote({
  result,
  suggestion,
  onDismiss,
}: {
  readonly result: DecisionResult;
  readonly suggestion: Suggestion;
  readonly onDismiss: () => void;
}) {
  const said = resultWords(result, suggestion, useWords());
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // On a phone the row fills the screen, and what came of the click stands below it.
    place.current?.scrollIntoView({ block: 'nearest' });
  }, [result]);
  return (
    <div ref={place}>
      <Banner tone={said.tone} title={said.title} onDismiss={onDismiss}>
        <BlockStack gap="200">
          {said.details.length > 0 && (
            <List>
              {said.details.map((detail) => (
                <List.Item key={detail}>{detail}</List.Item>
              ))}
            </List>
          )}
          <Text as="p">{said.next}</Text>
        </BlockStack>
      </Banner>
    </div>
  );
}
