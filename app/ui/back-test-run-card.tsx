import {
  Banner,
  BlockStack,
  Button,
  InlineGrid,
  InlineStack,
  Select,
  Text,
  TextField,
} from '@shopify/polaris';
import { useState } from 'react';
import type { SettingField } from '../domain/policy/all-settings.ts';
import { checkSetting } from '../domain/policy/check-setting.ts';
import { settingText } from '../domain/policy/setting-text.ts';
import { useAnnounce } from './announcer.tsx';
import { postBackTest } from './ask-server.ts';
import { tryableName } from './back-test-words.ts';
import { SectionCard } from './section-card.tsx';
import { valueOf } from './setting-input.ts';
import { settingProblemWords } from './setting-words.ts';
import { useWords } from './words-context.tsx';

const asSet = '';

/** Judges the past by the settings as they are, or with one of them otherwise. */
export function BackTestRunCard({
  settings,
  isRunning,
  onStarted,
}: {
  readonly settings: readonly SettingField[];
  readonly isRunning: boolean;
  readonly onStarted: (run: string | null) => void;
}) {
  const words = useWords();
  const { t } = words;
  const announce = useAnnounce();
  const [path, setPath] = useState(asSet);
  const [typed, setTyped] = useState('');
  const [isAsking, setIsAsking] = useState(false);
  const [isUnanswered, setIsUnanswered] = useState(false);
  const field = settings.find((each) => each.path === path);
  const value = field ? valueOf(field.setting, typed) : null;
  const problems = field ? checkSetting(path, value, field.setting) : [];
  const [problem] = problems;
  const run = async () => {
    setIsAsking(true);
    const answer = await postBackTest(field ? { [path]: value } : {});
    setIsAsking(false);
    setIsUnanswered(answer === null);
    announce(t(answer?.outcome === 'started' ? 'back-test.run.started' : 'back-test.no-answer'));
    onStarted(answer?.outcome === 'started' ? answer.id : null);
  };
  return (
    <SectionCard title={t('back-test.run.title')}>
      <Text as="p" tone="subdued">
        {t('back-test.run.what')}
      </Text>
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400" alignItems="start">
        <Select
          label={t('back-test.run.setting')}
          options={[
            { label: t('back-test.run.as-set'), value: asSet },
            ...settings.map((each) => ({ label: tryableName(each.path, words), value: each.path })),
          ]}
          value={path}
          onChange={(chosen) => {
            setPath(chosen);
            const found = settings.find((each) => each.path === chosen);
            setTyped(found ? settingText(found.value) : '');
          }}
        />
        {field && (
          <TextField
            type="number"
            label={t('back-test.run.value', { now: settingText(field.value) })}
            value={typed}
            error={problem ? settingProblemWords(problem, words) : ''}
            onChange={setTyped}
            autoComplete="off"
          />
        )}
      </InlineGrid>
      {isUnanswered && <Banner tone="warning">{t('back-test.no-answer')}</Banner>}
      <BlockStack gap="200">
        <InlineStack>
          <Button
            variant="primary"
            loading={isAsking}
            disabled={isRunning || problem !== undefined}
            onClick={() => void run()}
          >
            {t('back-test.run.button')}
          </Button>
        </InlineStack>
        {isRunning && (
          <Text as="p" tone="subdued">
            {t('back-test.run.one')}
          </Text>
        )}
      </BlockStack>
    </SectionCard>
  );
}
