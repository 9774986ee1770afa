import { Button, Form, InlineStack, Text, TextField } from '@shopify/polaris';
import { useEffect, useRef, useState } from 'react';
import { longestViewName } from '../domain/saved-view.ts';
import { useEscape } from './use-escape.ts';
import { useWords } from './words-context.tsx';
import styles from './queue-views.module.css';

/** Asks under which name; for a new view, and for one that has a name. */
export function ViewNameForm({
  name,
  isBusy,
  error,
  onName,
  onCancel,
}: {
  readonly name: string;
  readonly isBusy: boolean;
  readonly error: string | null;
  readonly onName: (name: string) => void;
  readonly onCancel: () => void;
}) {
  const { t } = useWords();
  const [text, setText] = useState(name);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    form.current?.querySelector('input')?.focus();
  }, []);
  useEscape(form, onCancel);
  return (
    <div ref={form} className={styles['form']}>
      <Form
        onSubmit={() => {
          if (!isBusy) onName(text);
        }}
      >
        <TextField
          label={t('views.name')}
          labelHidden
          placeholder={t('views.name')}
          autoComplete="off"
          maxLength={longestViewName}
          value={text}
          onChange={setText}
          {...(error ? { error } : {})}
          connectedRight={
            <InlineStack gap="200" wrap={false}>
              <Button submit variant="primary" loading={isBusy}>
                {t('views.confirm')}
              </Button>
              <Button onClick={onCancel}>{t('views.cancel')}</Button>
            </InlineStack>
          }
        />
      </Form>
    </div>
  );
}

/** Asks once more before a view is gone. */
export function ViewDeletion({
  name,
  isBusy,
  error,
  onDelete,
  onCancel,
}: {
  readonly name: string;
  readonly isBusy: boolean;
  readonly error: string | null;
  readonly onDelete: () => void;
  readonly onCancel: () => void;
}) {
  const { t } = useWords();
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    form.current?.querySelector('button')?.focus();
  }, []);
  useEscape(form, onCancel);
  return (
    <div ref={form} role="group" aria-label={t('views.delete-which', { name })}>
      <InlineStack gap="200" blockAlign="center">
        <Text as="span">{t('views.delete-which', { name })}</Text>
        <Button tone="critical" variant="primary" loading={isBusy} onClick={onDelete}>
          {t('views.delete')}
        </Button>
        <Button onClick={onCancel}>{t('views.keep')}</Button>
        {error && (
          <Text as="span" tone="critical">
            {error}
          </Text>
        )}
      </InlineStack>
    </div>
  );
}
