import { Banner, Button, InlineStack, Select, Text } from '@shopify/polaris';
import { useState } from 'react';
import type { Suggestion } from '../domain/suggestion.ts';
import { languages, type Language } from '../locales/load-words.ts';
import { showToast } from './admin-frame.ts';
import { useAnnounce } from './announcer.tsx';
import { saveFile } from './fetch-csv.ts';
import { fetchPdf } from './fetch-pdf.ts';
import { SectionCard } from './section-card.tsx';
import { useWords } from './words-context.tsx';

/** The record as a file for a bank, or on paper. A plain link would carry no session token, so the page fetches the file. */
export function PaperCard({
  suggestion: { id, orderName },
  isDisputed,
}: {
  readonly suggestion: Suggestion;
  /** Whether a bank waits for it. */
  readonly isDisputed: boolean;
}) {
  const { t } = useWords();
  const announce = useAnnounce();
  // Banks read English, whatever the merchant does.
  const [language, setLanguage] = useState<Language>('en');
  const [isAsking, setIsAsking] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const save = async () => {
    setIsAsking(true);
    setHasFailed(false);
    const file = await fetchPdf(`/app/suggestions/${id}/evidence.pdf?language=${language}`);
    setIsAsking(false);
    setHasFailed(!file);
    if (file) saveFile(file, `${t('paper.file')}-${orderName.replace(/[^\w-]/g, '')}.pdf`);
    const said = t(file ? 'paper.done' : 'paper.failed');
    announce(said);
    if (file) showToast(said);
  };
  return (
    <SectionCard title={t('paper.title')}>
      <Text as="p">{t(isDisputed ? 'paper.dispute' : 'paper.what')}</Text>
      <Select
        label={t('paper.language')}
        options={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
        value={language}
        onChange={(chosen) => {
          setLanguage(languages.find((known) => known === chosen) ?? language);
        }}
      />
      <InlineStack gap="200">
        <Button
          {...(isDisputed ? { variant: 'primary' } : {})}
          loading={isAsking}
          onClick={() => void save()}
        >
          {t('paper.download')}
        </Button>
        <Button
          onClick={() => {
            globalThis.print();
          }}
        >
          {t('paper.print')}
        </Button>
      </InlineStack>
      {hasFailed && <Banner tone="critical">{t('paper.failed')}</Banner>}
    </SectionCard>
  );
}
