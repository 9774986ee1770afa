import { BlockStack, Box, Button, ChoiceList, InlineStack } from '@shopify/polaris';
import { useEffect, useRef, useState } from 'react';
import { dismissReasons, type DismissReason } from '../domain/suggestion.ts';
import { codeWords } from './code-words.ts';
import { useEscape } from './use-escape.ts';
import { useWords } from './words-context.tsx';

/** Asks why. It opens in place, so that nothing lies over the queue and nothing is lost on a phone. */
export function DismissForm({
  id,
  orderName,
  isBusy,
  onDismiss,
  onCancel,
}: {
  readonly id: string;
  readonly orderName: string;
  readonly isBusy: boolean;
  readonly onDismiss: (reason: DismissReason) => void;
  readonly onCancel: () => void;
}) {
  const words = useWords();
  const { t } = words;
  const [reason, setReason] = useState<DismissReason | null>(null);
  const [isAsked, setIsAsked] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    form.current?.querySelector('input')?.focus();
  }, []);
  useEscape(form, onCancel);
  return (
    <div id={id} ref={form}>
      <Box padding="300" background="bg-surface-secondary" borderRadius="200">
        <BlockStack gap="300">
          <ChoiceList
            title={t('dismiss.why', { order: orderName })}
            choices={dismissReasons.map((value) => ({
              value,
              label: codeWords('dismiss-reason', value, words),
            }))}
            selected={reason ? [reason] : []}
            onChange={([chosen]: string[]) => {
              setReason(dismissReasons.find((known) => known === chosen) ?? null);
            }}
            {...(isAsked && !reason ? { error: t('dismiss.choose') } : {})}
          />
          <InlineStack gap="200">
            <Button
              variant="primary"
              tone="critical"
              loading={isBusy}
              onClick={() => {
                setIsAsked(true);
                if (reason) onDismiss(reason);
              }}
            >
              {t('dismiss.confirm')}
            </Button>
            <Button onClick={onCancel}>{t('dismiss.cancel')}</Button>
          </InlineStack>
        </BlockStack>
      </Box>
    </div>
  );
}
