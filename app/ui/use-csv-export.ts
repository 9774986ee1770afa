import { useEffect, useRef, useState } from 'react';
import { showToast } from './admin-frame.ts';
import { useAnnounce } from './announcer.tsx';
import { fetchCsv, saveFile } from './fetch-csv.ts';
import { useWords } from './words-context.tsx';

export type CsvExport =
  | { readonly state: 'idle' | 'failed' | 'cancelled' }
  | { readonly state: 'running' | 'done'; readonly rows: number };

const idle: CsvExport = { state: 'idle' };

/**
 * A file, fetched and then saved: a plain link in the admin's frame would carry no session token. It goes on
 * while the page shows other things; what came of an export is forgotten when another one is offered.
 */
export function useCsvExport(url: string) {
  const { t } = useWords();
  const announce = useAnnounce();
  const [latest, setLatest] = useState<{ readonly of: string; readonly current: CsvExport }>();
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
    const tell = (current: CsvExport) => {
      setLatest({ of: url, current });
    };
    let rows = 0;
    tell({ state: 'running', rows });
    announce(t('activity.export.running', { count: rows }));
    const onRows = (read: number) => {
      rows = read;
      tell({ state: 'running', rows });
    };
    const file = await fetchCsv(url, { signal, onRows });
    if (signal.aborted) return;
    if (!file) {
      tell({ state: 'failed' });
      announce(t('activity.export.failed'));
      return;
    }
    saveFile(file, `${t('activity.export.file')}.csv`);
    tell({ state: 'done', rows });
    const said = t('activity.export.done', { count: rows });
    announce(said);
    showToast(said);
  };
  const cancel = () => {
    underWay.current?.abort();
    setLatest({ of: url, current: { state: 'cancelled' } });
    announce(t('activity.export.cancelled'));
  };
  const isShown = latest && (latest.of === url || latest.current.state === 'running');
  return { current: isShown ? latest.current : idle, start, cancel };
}
