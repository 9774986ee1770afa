import { Button, InlineStack, Text } from '@shopify/polaris';
import type { Instant } from '../domain/time.ts';
import { useSecondsUntil } from './server-clock.ts';
import { useWords } from './words-context.tsx';

/** The hold after a click: how long it still is, and the way back. The seconds are the server's. */
export function HoldCountdown({
  holdUntil,
  orderName,
  isUndoing,
  onUndo,
}: {
  readonly holdUntil: Instant;
  readonly orderName: string;
  readonly isUndoing: boolean;
  readonly onUndo: () => void;
}) {
  const { t } = useWords();
  const seconds = useSecondsUntil(holdUntil);
  if (seconds === 0) {
    return (
      <Text as="span" tone="subdued">
        {t('hold.over')}
      </Text>
    );
  }
  return (
    <InlineStack gap="200" blockAlign="center" align="end">
      {/* A timer is silent by itself: its seconds are seen, and were announced once. */}
      <span role="timer">
        <Text as="span" numeric>
          {seconds < 100
            ? t('hold.seconds', { count: seconds })
            : t('hold.minutes', { count: Math.ceil(seconds / 60) })}
        </Text>
      </span>
      <span data-action="undo">
        <Button
          loading={isUndoing}
          onClick={onUndo}
          accessibilityLabel={t('action.undo-for', { order: orderName })}
        >
          {t('action.undo')}
        </Button>
      </span>
    </InlineStack>
  );
}
