import { useBlocker } from '@remix-run/react';
import { SaveBar } from '@shopify/app-bridge-react';
import { useEffect } from 'react';
import { askToLeave, useIsInAdmin } from './admin-frame.ts';
import type { PolicyDraft } from './use-policy-draft.ts';
import { useWords } from './words-context.tsx';

/** The admin's bar while something is not saved; whoever leaves is asked first. */
export function AdminSaveBar({ draft }: { readonly draft: PolicyDraft }) {
  const { t } = useWords();
  const isInAdmin = useIsInAdmin();
  const { isDirty, isSaving, discard, save } = draft;
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isDirty && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    void askToLeave().then((mayLeave) => {
      if (!mayLeave) {
        blocker.reset();
        return;
      }
      // The admin holds the app where it is as long as the bar is there.
      discard();
      blocker.proceed();
    });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- asked once for each try to leave
  }, [blocker]);
  if (!isInAdmin) return null;
  return (
    <SaveBar id="settings-save-bar" open={isDirty}>
      <button variant="primary" onClick={() => void save()} {...(isSaving ? { loading: '' } : {})}>
        {t('settings.save')}
      </button>
      <button onClick={discard} disabled={isSaving}>
        {t('settings.discard')}
      </button>
    </SaveBar>
  );
}
