import { Banner, BlockStack, Page } from '@shopify/polaris';
import { useEffect, type ReactNode } from 'react';
import type { SettingField } from '../domain/policy/all-settings.ts';
import type { PolicyProblem } from '../domain/policy/policy-problem.ts';
import type { SettingsPart } from '../domain/policy/policy-parts.ts';
import type { Instant } from '../domain/time.ts';
import { AdminSaveBar } from './admin-save-bar.tsx';
import { ConnectionNote } from './connection-note.tsx';
import { PolicyFields, type FieldWords } from './policy-fields.tsx';
import { SettingsTabs } from './settings-tabs.tsx';
import { UnsavedNote } from './unsaved-note.tsx';
import { usePolicyDraft, type PolicyDraft } from './use-policy-draft.ts';
import { usePolicyPreview } from './use-policy-preview.ts';
import { useWords } from './words-context.tsx';

/** What every page of the settings has of the server. */
export interface SettingsFrameData {
  /** The policy's. */
  readonly version: number;
  /** The shop's own; null while it is not known. */
  readonly currency: string | null;
  readonly now: Instant;
  readonly isConnected: boolean;
}

/** Shows some settings as fields of the page's one form. */
export type ShowFields = (
  fields: readonly SettingField[],
  options?: { readonly wordsOf?: (path: string) => FieldWords; readonly currency?: string | null },
) => ReactNode;

/** The page's one form, for fields that show themselves. */
export interface SettingsForm {
  readonly draft: PolicyDraft;
  readonly problems: readonly PolicyProblem[];
}

/** A page of the settings: one form, saved as a whole, with what would come of it before it is saved. */
export function SettingsFrame({
  part,
  data,
  fields,
  children,
}: {
  readonly part: SettingsPart;
  readonly data: SettingsFrameData;
  /** All of the page's. */
  readonly fields: readonly SettingField[];
  readonly children: (show: ShowFields, form: SettingsForm) => ReactNode;
}) {
  const { t } = useWords();
  const draft = usePolicyDraft(fields, data.version);
  const { preview, problems: found } = usePolicyPreview(fields, draft.changes);
  const problems = found.length > 0 ? found : draft.problems;
  useFocusOnProblem(draft.problems);
  return (
    <Page title={t('settings.title')}>
      <AdminSaveBar draft={draft} />
      <BlockStack gap="400">
        <SettingsTabs part={part} />
        {!data.isConnected && <ConnectionNote asOf={data.now} />}
        {draft.notice && <Banner tone="warning">{t(`settings.${draft.notice}`)}</Banner>}
        <BlockStack gap="600">
          {children(
            (shown, options) => (
              <PolicyFields
                fields={shown}
                draft={draft}
                problems={problems}
                currency={data.currency}
                {...options}
              />
            ),
            { draft, problems },
          )}
        </BlockStack>
        {draft.isDirty && <UnsavedNote preview={preview} />}
      </BlockStack>
    </Page>
  );
}

/** A save that failed leads to the first field that is wrong: the bar that was pressed is outside of the page. */
function useFocusOnProblem(problems: readonly PolicyProblem[]): void {
  useEffect(() => {
    const [first] = problems;
    if (first) document.getElementById(first.path)?.focus();
  }, [problems]);
}
