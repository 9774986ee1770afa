import { useLocation, useNavigate } from '@remix-run/react';
import { Box, Button, InlineStack } from '@shopify/polaris';
import { useWords } from './words-context.tsx';

/**
 * Forward by cursor, back by the browser's history: a cursor knows what follows it, not what came before.
 * Opened in the middle (a reload of the admin), there is no history: then back is the first page.
 */
export function Paging({
  isFirst,
  firstUrl,
  nextUrl,
}: {
  readonly isFirst: boolean;
  readonly firstUrl: string;
  /** Null on the last page. */
  readonly nextUrl: string | null;
}) {
  const { t } = useWords();
  const navigate = useNavigate();
  const location = useLocation();
  const pagesBack = pagesBackOf(location.state);
  if (isFirst && nextUrl === null) return null;
  return (
    <Box padding="300">
      <nav aria-label={t('paging.label')}>
        <InlineStack gap="200" align="center">
          <Button
            disabled={isFirst}
            onClick={() => {
              if (pagesBack > 0) navigate(-1);
              else navigate(firstUrl);
            }}
          >
            {pagesBack > 0 || isFirst ? t('paging.previous') : t('paging.first')}
          </Button>
          <Button
            disabled={nextUrl === null}
            onClick={() => {
              if (nextUrl !== null) navigate(nextUrl, { state: { pagesBack: pagesBack + 1 } });
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
