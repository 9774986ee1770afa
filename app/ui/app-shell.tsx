import { Link, useNavigation } from '@remix-run/react';
import { NavMenu } from '@shopify/app-bridge-react';
import { AppProvider } from '@shopify/shopify-app-remix/react';
import { useEffect, type ReactNode } from 'react';
import { showLoading } from './admin-frame.ts';
import { Announcer } from './announcer.tsx';
import { PendingPage } from './pending-page.tsx';
import { TimezoneProvider, useLanguage, useWords } from './words-context.tsx';

/** What stands around every page: Polaris and App Bridge, the menu in the admin, and the voice. */
export function AppShell({
  apiKey,
  timezone,
  children,
}: {
  readonly apiKey: string;
  readonly timezone: string;
  readonly children: ReactNode;
}) {
  const { polaris } = useLanguage();
  return (
    <AppProvider isEmbeddedApp apiKey={apiKey} i18n={polaris}>
      <TimezoneProvider timezone={timezone}>
        <AdminMenu />
        <Announcer>
          <PendingPage>{children}</PendingPage>
        </Announcer>
      </TimezoneProvider>
    </AppProvider>
  );
}

function AdminMenu() {
  const { t } = useWords();
  const isLoading = useNavigation().state !== 'idle';
  useEffect(() => {
    showLoading(isLoading);
  }, [isLoading]);
  return (
    <NavMenu>
      <Link to="/app" rel="home">
        {t('nav.queue')}
      </Link>
      <Link to="/app/deliveries">{t('nav.deliveries')}</Link>
    </NavMenu>
  );
}
