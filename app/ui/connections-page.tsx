import { BlockStack, Page } from '@shopify/polaris';
import type { ApiTokenRecord } from '../domain/api-token.ts';
import type { Instant } from '../domain/time.ts';
import type { ShownConnection, ShownRefusals } from './carrier-asked.ts';
import { CarriersSections } from './carriers-section.tsx';
import { ApiTokenSection } from './api-token-section.tsx';
import { ConnectionNote } from './connection-note.tsx';
import type { ShownDigest } from './digest-asked.ts';
import { DigestSection } from './digest-section.tsx';
import { ReportLinkSection } from './report-link-section.tsx';
import { SettingsTabs } from './settings-tabs.tsx';
import { useWords } from './words-context.tsx';

export interface ConnectionsData {
  /** Null while there is none. */
  readonly token: ApiTokenRecord | null;
  /** Where messages are sent to. */
  readonly messagesUrl: string;
  readonly connections: readonly ShownConnection[];
  readonly refusals: readonly ShownRefusals[];
  /** Null while it is off. */
  readonly digest: ShownDigest | null;
  readonly hasMailServer: boolean;
  /** What an e-mail template takes for the link to an order's form, and for how long such a link is good. */
  readonly reportTemplate: string;
  readonly reportDays: number;
  readonly now: Instant;
  readonly isConnected: boolean;
}

/** What other programs may tell the app, and how. */
export function ConnectionsPage({ data }: { readonly data: ConnectionsData }) {
  const { t } = useWords();
  return (
    <Page title={t('settings.title')}>
      <BlockStack gap="400">
        <SettingsTabs part="connections" />
        {!data.isConnected && <ConnectionNote asOf={data.now} />}
        <ApiTokenSection token={data.token} messagesUrl={data.messagesUrl} />
        <CarriersSections connections={data.connections} refusals={data.refusals} />
        <DigestSection digest={data.digest} hasMailServer={data.hasMailServer} />
        <ReportLinkSection template={data.reportTemplate} days={data.reportDays} />
      </BlockStack>
    </Page>
  );
}
