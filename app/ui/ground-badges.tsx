import { Badge, InlineStack } from '@shopify/polaris';
import type { Claim } from '../domain/suggestion.ts';
import { codeWords } from './code-words.ts';
import { useWords } from './words-context.tsx';

/** The ground and the scenario it belongs to; and that no real money is in it, where that is so. */
export function GroundBadges({ claim }: { readonly claim: Claim }) {
  const words = useWords();
  const isTest = claim.evidence.some(({ code }) => code === 'test-order');
  return (
    <InlineStack gap="100" align="start">
      <Badge tone="info">{codeWords('ground', claim.ground, words)}</Badge>
      <Badge>{codeWords('scenario', claim.scenario, words)}</Badge>
      {isTest && <Badge tone="magic">{words.t('test-order')}</Badge>}
    </InlineStack>
  );
}
