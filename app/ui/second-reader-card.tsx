import {
  Banner,
  Button,
  Checkbox,
  FormLayout,
  InlineStack,
  Text,
  TextField,
} from '@shopify/polaris';
import { useRevalidator } from '@remix-run/react';
import { useState } from 'react';
import type { ReadingPolicy } from '../domain/policy/sections.ts';
import { showToast } from './admin-frame.ts';
import { useAnnounce } from './announcer.tsx';
import { postReading } from './ask-server.ts';
import { evidenceWords } from './evidence-words.ts';
import { SectionCard } from './section-card.tsx';
import { useWords } from './words-context.tsx';

/** Whether texts may be sent to the service that reads what the app does not, and how many a day. */
export function SecondReaderCard({
  host,
  version,
  reading,
  askedToday,
}: {
  readonly host: string | null;
  readonly version: number;
  readonly reading: ReadingPolicy;
  readonly askedToday: number;
}) {
  const words = useWords();
  const { t } = words;
  const announce = useAnnounce();
  const { revalidate } = useRevalidator();
  const [isOn, setIsOn] = useState(reading.secondReader);
  const [perDay, setPerDay] = useState(String(reading.secondReaderPerDay));
  const [isSaving, setIsSaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [notice, setNotice] = useState<'stale' | 'no-answer' | null>(null);
  if (host === null) {
    return (
      <SectionCard title={t('settings.second-reader.title')}>
        <Text as="p" tone="subdued">
          {t('settings.second-reader.none')}
        </Text>
      </SectionCard>
    );
  }
  const isChanged =
    isOn !== reading.secondReader || perDay.trim() !== String(reading.secondReaderPerDay);
  const save = async () => {
    setIsSaving(true);
    setProblem(null);
    setNotice(null);
    const answer = await postReading({
      intent: 'second-reader',
      version,
      secondReader: isOn,
      secondReaderPerDay: perDay,
    });
    setIsSaving(false);
    if (answer?.outcome === 'invalid') {
      const [first] = answer.problems;
      setProblem(
        first ? evidenceWords({ ...first, at: null }, words, { tree: 'policy-problem' }) : null,
      );
      return;
    }
    if (answer?.outcome === 'saved') {
      const said = t('settings.second-reader.saved');
      announce(said);
      showToast(said);
    } else setNotice(answer?.outcome === 'stale' ? 'stale' : 'no-answer');
    revalidate();
  };
  return (
    <SectionCard title={t('settings.second-reader.title')}>
      <Text as="p">{t('settings.second-reader.what', { host })}</Text>
      {notice && (
        <Banner tone="warning">
          {t(notice === 'stale' ? 'settings.second-reader.stale' : 'settings.no-answer')}
        </Banner>
      )}
      <FormLayout>
        <Checkbox
          label={t('policy.reading.secondReader.label')}
          helpText={t('policy.reading.secondReader.help')}
          checked={isOn}
          onChange={setIsOn}
        />
        <TextField
          label={t('policy.reading.secondReaderPerDay.label')}
          helpText={t('policy.reading.secondReaderPerDay.help')}
          value={perDay}
          onChange={setPerDay}
          inputMode="numeric"
          autoComplete="off"
          {...(problem === null ? {} : { error: problem })}
        />
      </FormLayout>
      <InlineStack gap="300" blockAlign="center" align="space-between">
        <Text as="span" tone="subdued">
          {t('settings.second-reader.today', { count: askedToday })}
        </Text>
        <Button
          variant="primary"
          disabled={!isChanged}
          loading={isSaving}
          onClick={() => void save()}
        >
          {t('settings.second-reader.save')}
        </Button>
      </InlineStack>
    </SectionCard>
  );
}
