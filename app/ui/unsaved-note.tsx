import { BlockStack, Box, Text } from '@shopify/polaris';
import { verdictChanges } from '../domain/policy/what-changes.ts';
import type { PreviewOutcome } from './policy-asked.ts';
import styles from './unsaved-note.module.css';
import type { Preview } from './use-policy-preview.ts';
import type { Words } from './words.ts';
import { useWords } from './words-context.tsx';

/** Stays in sight while something is not saved: what would come of it. */
export function UnsavedNote({ preview }: { readonly preview: Preview }) {
  const words = useWords();
  const { said, because } = previewWords(preview, words);
  return (
    <div className={styles['note']}>
      <Box background="bg-surface" borderRadius="300" padding="400" shadow="300">
        <div role="status">
          <BlockStack gap="100">
            <Text as="p" fontWeight="semibold">
              {said}
            </Text>
            {because && (
              <Text as="p" variant="bodySm" tone="subdued">
                {because}
              </Text>
            )}
          </BlockStack>
        </div>
      </Box>
    </div>
  );
}

interface PreviewWords {
  readonly said: string;
  readonly because: string | null;
}

/** What would come of it, and of how much of the shop that is said. */
export function previewWords(preview: Preview, words: Words): PreviewWords {
  const { t } = words;
  switch (preview.outcome) {
    case 'previewed':
      return { said: changesWords(preview, words), because: lookedWords(preview, words) };
    case 'unreadable':
      return { said: t('settings.preview.no-answer'), because: null };
    default:
      return { said: t(`settings.preview.${preview.outcome}`), because: null };
  }
}

type Previewed = Extract<PreviewOutcome, { readonly outcome: 'previewed' }>;

function changesWords({ changes }: Previewed, { t, language }: Words): string {
  const said = verdictChanges
    .filter((change) => changes[change] > 0)
    .map((change) => t(`settings.preview.change.${change}`, { count: changes[change] }));
  if (said.length === 0) return t('settings.preview.none');
  return t('settings.preview.changes', { changes: new Intl.ListFormat(language).format(said) });
}

/** Of what it was said: no more than what was last read, and of many the newest. */
function lookedWords({ open, others }: Previewed, { t }: Words): string {
  const of = (kind: 'open' | 'others', { count, hasMore }: Previewed['open']) =>
    t(`settings.preview.${hasMore ? 'newest' : 'all'}-${kind}`, { count });
  return t('settings.preview.looked', { open: of('open', open), others: of('others', others) });
}
