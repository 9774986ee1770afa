import { useLocation, useNavigate } from '@remix-run/react';
import { Box, Button, InlineStack } from '@shopify/polaris';
import type { QueueQuery } from '../domain/queue.ts';
import { changedQuery, queueUrl } from './queue-url.ts';
import { useWords } from './words-context.tsx';

/**
 * Forward by cursor, back by the browser's history: a cursor knows what follows it, not what came before.
 * Opened in the middle (a reload of the admin), there is no history: then back is the first page.
 */
export function QueuePaging({
  query,
  next,
}: {
  readonly query: QueueQuery;
  readonly next: string | null;
}) {
  const { t } = useWords();
  const navigate = useNavigate();
  const location = useLocation();
  const pagesBack = pagesBackOf(location.state);
  if (query.after === null && next === null) return null;
  return (
    <Box padding="300">
      <nav aria-label={t('paging.label')}>
        <InlineStack gap="200" align="center">
          <Button
            disabled={query.after === null}
            onClick={() => {
              if (pagesBack > 0) navigate(-1);
              else navigate(queueUrl(changedQuery(query, {})));
            }}
          >
            {pagesBack > 0 || query.after === null ? t('paging.previous') : t('paging.first')}
          </Button>
          <Button
            disabled={next === null}
            onClick={() => {
              const state = { pagesBack: pagesBack + 1 };
              navigate(queueUrl({ ...query, after: next }), { state });
            }}
          >
            {t('paging.next')}
          </Button>
        </InlineStack>
      </nav>
    </Box>
  );
}

/** How many pages of this list lie behind in the history; the browser keeps it over a reload. */
function pagesBackOf(state: unknown): number {
  if (typeof state !== 'object' || state === null || !('pagesBack' in state)) return 0;
  return typeof state.pagesBack === 'number' ? state.pagesBack : 0;
}
