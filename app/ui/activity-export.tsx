import { Button, InlineStack, Text } from '@shopify/polaris';
import { useEffect, useRef, useState } from 'react';
import { showToast } from './admin-frame.ts';
import { useAnnounce } from './announcer.tsx';
import { fetchCsv, saveFile } from './fetch-csv.ts';
import { useWords } from './words-context.tsx';

type Export =
  | { readonly state: 'idle' | 'failed' | 'cancelled' }
  | { readonly state: 'running' | 'done'; readonly rows: number };

/**
 * Fetched and then saved: a plain link in the admin's frame would carry no session token. One line, and one
 * button that starts, cancels and tries again, so that focus stays and nothing moves.
 */
export function ActivityExport({
  url,
  isEmpty,
}: {
  readonly url: string;
  readonly isEmpty: boolean;
}) {
  const { t } = useWords();
  const announce = useAnnounce();
  const [current, setCurrent] = useState<Export>({ state: 'idle' });
  const underWay = useRef<AbortController | null>(null);
  useEffect(
    () => () => {
      underWay.current?.abort();
    },
    [],
  );
  const start = async () => {
    const controller = new AbortController();
    const { signal } = controller;
    underWay.current = controller;
    let rows = 0;
    setCurrent({ state: 'running', rows });
    announce(t('activity.export.running', { count: 0 }));
    const file = await fetchCsv(url, {
      signal,
      onRows: (read) => {
        rows = read;
        setCurrent({ state: 'running', rows });
      },
    });
    if (signal.aborted) return;
    if (!file) {
      setCurrent({ state: 'failed' });
      announce(t('activity.export.failed'));
      return;
    }
    saveFile(file, `${t('activity.export.file')}.csv`);
    setCurrent({ state: 'done', rows });
    const said = t('activity.export.done', { count: rows });
    announce(said);
    showToast(said);
  };
  const cancel = () => {
    underWay.current?.abort();
    setCurrent({ state: 'cancelled' });
    announce(t('activity.export.cancelled'));
  };
  const isRunning = current.state === 'running';
  const said =
    'rows' in current ? t(`activity.export.${current.state}`, { count: current.rows }) : null;
  return (
    <InlineStack gap="200" align="space-between" blockAlign="center" wrap={false}>
      <Text as="p" tone={current.state === 'failed' ? 'critical' : 'subdued'}>
        {said ?? t(`activity.export.${current.state === 'idle' ? 'hint' : current.state}`)}
      </Text>
      <Button
        disabled={isEmpty && !isRunning}
        onClick={() => {
          if (isRunning) cancel();
          else void start();
        }}
      >
        {t(
          `activity.export.${isRunning ? 'cancel' : current.state === 'failed' ? 'retry' : 'start'}`,
        )}
      </Button>
    </InlineStack>
  );
}
