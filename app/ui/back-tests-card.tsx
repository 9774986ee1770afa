import { useRevalidator } from '@remix-run/react';
import {
  Badge,
  Banner,
  BlockStack,
  Button,
  InlineStack,
  Link,
  List,
  ProgressBar,
  Text,
} from '@shopify/polaris';
import { useState } from 'react';
import type { BackTest } from '../domain/backtest/back-test.ts';
import { postBackTestCancel } from './ask-server.ts';
import { backTestUrl } from './back-test-url.ts';
import { testName } from './back-test-words.ts';
import { SectionCard } from './section-card.tsx';
import type { Words } from './words.ts';
import { useWords } from './words-context.tsx';

/** The back-tests there are: which is shown, which one it is held against, and the one that runs. */
export function BackTestsCard({
  tests,
  shown,
}: {
  readonly tests: readonly BackTest[];
  readonly shown: BackTest | null;
}) {
  const words = useWords();
  const { t } = words;
  return (
    <SectionCard title={t('back-test.list.title')}>
      <List>
        {tests.map((test) => (
          <List.Item key={test.id}>
            <BlockStack gap="100">
              <InlineStack gap="200" blockAlign="center">
                {test.id === shown?.id ? (
                  <Text as="span" fontWeight="semibold">
                    {testName(test, words)}
                  </Text>
                ) : (
                  <Link url={backTestUrl({ run: test.id, other: null })}>
                    {testName(test, words)}
                  </Link>
                )}
                {test.state !== 'done' && (
                  <Badge {...(test.state === 'failed' ? { tone: 'critical' } : {})}>
                    {t(`back-test.state.${test.state}`)}
                  </Badge>
                )}
              </InlineStack>
              {test.state === 'running' && <Running test={test} words={words} />}
              {test.state === 'failed' && (
                <Text as="p" tone="critical">
                  {t('back-test.list.failed', { order: test.problem ?? '' })}
                </Text>
              )}
              {shown?.state === 'done' && test.state === 'done' && test.id !== shown.id && (
                <Link url={backTestUrl({ run: shown.id, other: test.id })}>
                  {t('back-test.list.compare')}
                </Link>
              )}
            </BlockStack>
          </List.Item>
        ))}
      </List>
    </SectionCard>
  );
}

function Running({ test, words }: { readonly test: BackTest; readonly words: Words }) {
  const { t } = words;
  const { revalidate } = useRevalidator();
  const [isAsking, setIsAsking] = useState(false);
  const [isUnanswered, setIsUnanswered] = useState(false);
  const cancel = async () => {
    setIsAsking(true);
    const answer = await postBackTestCancel();
    setIsAsking(false);
    setIsUnanswered(answer === null);
    revalidate();
  };
  const id = `running-${test.id}`;
  return (
    <BlockStack gap="200">
      <div role="status" id={id}>
        {t('back-test.list.judged', { judged: test.judged, count: test.total })}
      </div>
      <ProgressBar
        progress={Math.round((test.judged / Math.max(1, test.total)) * 100)}
        ariaLabelledBy={id}
        size="small"
      />
      {isUnanswered && <Banner tone="warning">{t('back-test.no-answer')}</Banner>}
      <InlineStack>
        <Button loading={isAsking} onClick={() => void cancel()}>
          {t('back-test.list.cancel')}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}
