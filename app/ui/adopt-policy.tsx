import { useRevalidator } from '@remix-run/react';
import { Banner, BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import type { BackTest } from '../domain/backtest/back-test.ts';
import type { SettingField } from '../domain/policy/all-settings.ts';
import { showToast } from './admin-frame.ts';
import { useAnnounce } from './announcer.tsx';
import { postPolicy } from './ask-server.ts';
import { triedWords } from './back-test-words.ts';
import { previewWords } from './unsaved-note.tsx';
import { usePolicyPreview } from './use-policy-preview.ts';
import { useWords } from './words-context.tsx';

/** Takes over what a back-test tried, after what that would change among today's suggestions. */
export function AdoptPolicy({
  test,
  version,
  settings,
}: {
  readonly test: BackTest;
  readonly version: number;
  readonly settings: readonly SettingField[];
}) {
  const words = useWords();
  const { t } = words;
  const announce = useAnnounce();
  const { revalidate } = useRevalidator();
  const [isSaving, setIsSaving] = useState(false);
  const [problem, setProblem] = useState<'stale' | 'no-answer' | null>(null);
  const changes = Object.fromEntries(
    Object.entries(test.changes).filter(([path, value]) =>
      settings.some((field) => field.path === path && field.value !== value),
    ),
  );
  const { preview } = usePolicyPreview(settings, changes);
  if (Object.keys(changes).length === 0) return null;
  const adopt = async () => {
    setIsSaving(true);
    const answer = await postPolicy({ version, values: JSON.stringify(changes) });
    setIsSaving(false);
    if (answer?.outcome === 'saved') {
      const said = t('settings.saved');
      announce(said);
      showToast(said);
      setProblem(null);
    } else setProblem(answer?.outcome === 'stale' ? 'stale' : 'no-answer');
    revalidate();
  };
  const { said, because } = previewWords(preview, words);
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {t('back-test.adopt.title', { tried: triedWords(test, words) })}
      </Text>
      <div role="status">
        <Text as="p">{said}</Text>
        {because && (
          <Text as="p" variant="bodySm" tone="subdued">
            {because}
          </Text>
        )}
      </div>
      {problem && (
        <Banner tone="warning">
          {t(problem === 'stale' ? 'back-test.adopt.stale' : 'back-test.no-answer')}
        </Banner>
      )}
      <InlineStack>
        <Button loading={isSaving} onClick={() => void adopt()}>
          {t('back-test.adopt.button')}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}
