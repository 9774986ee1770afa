import { useRevalidator } from '@remix-run/react';
import { Badge, BlockStack, Button, Card, InlineStack, Link, Text } from '@shopify/polaris';
import { useState } from 'react';
import {
  guideSteps,
  isStepDone,
  standingOf,
  type Guide,
  type GuideStep,
} from '../domain/overview/guide.ts';
import { useAnnounce } from './announcer.tsx';
import { postGuide } from './ask-server.ts';
import { useWords } from './words-context.tsx';
import styles from './set-up-guide.module.css';

/** What is left to do until the shop is running; the merchant may put it away. */
export function SetUpGuide({ guide }: { readonly guide: Guide }) {
  const { t } = useWords();
  const announce = useAnnounce();
  const { revalidate } = useRevalidator();
  const [isAsking, setIsAsking] = useState(false);
  const standing = standingOf(guide);
  if (standing === 'over') return null;
  const ask = async (wish: 'hide' | 'show') => {
    if (isAsking) return;
    setIsAsking(true);
    const answer = await postGuide(wish);
    setIsAsking(false);
    const outcome = answer?.outcome === 'done' ? wish : 'failed';
    announce(t(`overview.guide.said.${outcome}`));
    revalidate();
  };
  // One button in one place, whichever it says, and never disabled: the focus stays on it.
  const button = (
    <Button variant="plain" onClick={() => void ask(standing === 'shown' ? 'hide' : 'show')}>
      {t(standing === 'shown' ? 'overview.guide.hide' : 'overview.guide.show')}
    </Button>
  );
  const { progress } = guide;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingSm">
            {t('overview.guide.title')}
          </Text>
          {button}
        </InlineStack>
        {standing === 'shown' && progress && (
          <ol className={styles['steps']}>
            {guideSteps.map((step) => (
              <li key={step}>
                <Step step={step} isDone={isStepDone(step, guide, progress)} progress={progress} />
              </li>
            ))}
          </ol>
        )}
      </BlockStack>
    </Card>
  );
}

function Step({
  step,
  isDone,
  progress,
}: {
  readonly step: GuideStep;
  readonly isDone: boolean;
  readonly progress: NonNullable<Guide['progress']>;
}) {
  const { t } = useWords();
  const { ordersLooked, deliveriesWaiting } = progress;
  return (
    <BlockStack gap="050">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="bodyMd" fontWeight="semibold">
          {t(`overview.guide.${step}.title`)}
        </Text>
        <Badge
          {...(isDone ? { tone: 'success', progress: 'complete' } : { progress: 'incomplete' })}
        >
          {t(`overview.guide.${isDone ? 'done' : step === 'history' ? 'under-way' : 'to-do'}`)}
        </Badge>
      </InlineStack>
      <Text as="p" tone="subdued">
        {t(`overview.guide.${step}.text`)}
      </Text>
      {step === 'history' && (
        <Text as="p">
          {t('empty.looked', { count: ordersLooked })}
          {deliveriesWaiting > 0 && (
            <>
              {t('evidence-separator')}
              {t('empty.waiting', { count: deliveriesWaiting })}
            </>
          )}
        </Text>
      )}
      {step === 'policy' && <Link url="/app/settings">{t('overview.guide.policy.link')}</Link>}
      {step === 'decision' && <Link url="/app">{t('overview.guide.decision.link')}</Link>}
    </BlockStack>
  );
}
