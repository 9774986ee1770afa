import { Button } from '@shopify/polaris';
import { useState } from 'react';
import type { Days, Period } from '../domain/overview/period.ts';
import { showToast } from './admin-frame.ts';
import { useAnnounce } from './announcer.tsx';
import { fetchCsv, saveFile } from './fetch-csv.ts';
import { exportUrl } from './overview-url.ts';
import { useWords } from './words-context.tsx';

/** Brings the period's suggestions as a file. A plain link would carry no session token, so the page fetches it. */
export function ExportButton({ period, days }: { readonly period: Period; readonly days: Days }) {
  const { t, language } = useWords();
  const announce = useAnnounce();
  const [isAsking, setIsAsking] = useState(false);
  const save = async () => {
    setIsAsking(true);
    const file = await fetchCsv(exportUrl(period, language));
    setIsAsking(false);
    if (file) saveFile(file, `amends-${days.from}-${days.to}.csv`);
    const said = t(file ? 'overview.export.done' : 'overview.export.failed');
    announce(said);
    showToast(said);
  };
  return (
    <Button loading={isAsking} onClick={() => void save()}>
      {t('overview.export.button')}
    </Button>
  );
}
