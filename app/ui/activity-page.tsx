import { useNavigation } from '@remix-run/react';
import { BlockStack, Box, Button, Card, Page, Text } from '@shopify/polaris';
import type { ActivityPage as ActivityRead, ActivityQuery } from '../domain/activity.ts';
import type { Instant } from '../domain/time.ts';
import { ActivityExport } from './activity-export.tsx';
import { ActivityFilters } from './activity-filters.tsx';
import { ActivityTable } from './activity-table.tsx';
import {
  activityUrl,
  changedActivity,
  everyActivity,
  exportUrl,
  isActivityFiltered,
} from './activity-url.ts';
import { Paging } from './paging.tsx';
import { useWords } from './words-context.tsx';

export interface ActivityData {
  readonly query: ActivityQuery;
  readonly page: ActivityRead;
  readonly now: Instant;
}

/** The shop's audit trail. It is not read anew by itself: what is being read would move down. */
export function ActivityPage({ data }: { readonly data: ActivityData }) {
  const { query, page, now } = data;
  const { t, language } = useWords();
  const { state, location } = useNavigation();
  const isBusy = state === 'loading' && location.pathname === '/app/activity';
  return (
    <Page title={t('activity.title')} subtitle={t('activity.subtitle')}>
      <BlockStack gap="300">
        <Card padding="300">
          <BlockStack gap="300">
            <ActivityFilters query={query} staff={page.staff} />
            <ActivityExport
              url={exportUrl(query, language)}
              isEmpty={page.rows.length === 0}
              clearUrl={isActivityFiltered(query) ? activityUrl(everyActivity) : null}
            />
          </BlockStack>
        </Card>
        {page.rows.length === 0 ? (
          <Nothing query={query} />
        ) : (
          <ActivityTable rows={page.rows} now={now} isBusy={isBusy} />
        )}
        <Paging
          isFirst={query.after === null}
          firstUrl={activityUrl(changedActivity(query, {}))}
          nextUrl={page.next === null ? null : activityUrl({ ...query, after: page.next })}
        />
      </BlockStack>
    </Page>
  );
}

/** Says whether nothing was done yet, or nothing fits the filters. */
function Nothing({ query }: { readonly query: ActivityQuery }) {
  const { t } = useWords();
  const isNarrowed = isActivityFiltered(query) || query.after !== null;
  const said = isNarrowed ? 'no-match' : 'nothing';
  return (
    <Card>
      <Box paddingBlock="1200" paddingInline="400">
        <BlockStack gap="400" inlineAlign="center">
          <Text as="h2" variant="headingMd" alignment="center">
            {t(`activity.${said}.title`)}
          </Text>
          <Box maxWidth="36rem">
            <Text as="p" tone="subdued" alignment="center">
              {t(`activity.${said}.text`)}
            </Text>
          </Box>
          {isNarrowed && <Button url={activityUrl(everyActivity)}>{t('filter.clear')}</Button>}
        </BlockStack>
      </Box>
    </Card>
  );
}
