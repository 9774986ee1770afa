import { Button, Text } from '@shopify/polaris';
import styles from './activity-export.module.css';
import { useCsvExport, type CsvExport } from './use-csv-export.ts';
import type { Words } from './words.ts';
import { useWords } from './words-context.tsx';

/** One line and one button that starts, cancels and tries again, so that focus stays and nothing moves. */
export function ActivityExport({
  url,
  isEmpty,
  clearUrl,
}: {
  readonly url: string;
  readonly isEmpty: boolean;
  /** The page without its filters; null where it has none. */
  readonly clearUrl: string | null;
}) {
  const words = useWords();
  const { t } = words;
  const { current, start, cancel } = useCsvExport(url);
  const isRunning = current.state === 'running';
  const asks = isRunning ? 'cancel' : current.state === 'failed' ? 'retry' : 'start';
  return (
    <div className={styles['bar']}>
      <Text as="p" tone={current.state === 'failed' ? 'critical' : 'subdued'}>
        {exportWords(current, words)}
      </Text>
      <div {...(clearUrl === null ? { className: styles['idle'] } : {})}>
        <Button variant="plain" url={clearUrl ?? ''}>
          {t('filter.clear')}
        </Button>
      </div>
      <Button
        disabled={isEmpty && !isRunning}
        onClick={() => {
          if (isRunning) cancel();
          else void start();
        }}
      >
        {t(`activity.export.${asks}`)}
      </Button>
    </div>
  );
}

function exportWords(current: CsvExport, { t }: Words): string {
  if ('rows' in current) return t(`activity.export.${current.state}`, { count: current.rows });
  return t(`activity.export.${current.state === 'idle' ? 'hint' : current.state}`);
}
