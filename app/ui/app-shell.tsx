import { Link, useNavigation } from '@remix-run/react';
import { NavMenu, TitleBar } from '@shopify/app-bridge-react';
import { AppProvider } from '@shopify/shopify-app-remix/react';
import { useEffect, type ReactNode } from 'react';
import { showLoading } from './admin-frame.ts';
import { Announcer } from './announcer.tsx';
import { usePageTitle } from './page-title.ts';
import { PendingPage } from './pending-page.tsx';
import { TimezoneProvider, useLanguage, useWords } from './words-context.tsx';
import styles from './app-shell.module.css';

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
        <AdminBar />
        <Announcer>
          <main className={styles['main']}>
            <PendingPage>{children}</PendingPage>
          </main>
        </Announcer>
      </TimezoneProvider>
    </AppProvider>
  );
}

function AdminBar() {
  const { t } = useWords();
  const title = usePageTitle();
  const isLoading = useNavigation().state !== 'idle';
  useEffect(() => {
    showLoading(isLoading);
  }, [isLoading]);
  return (
    <>
      <NavMenu>
        <Link to="/app" rel="home">
          {t('nav.queue')}
        </Link>
        <Link to="/app/overview">{t('nav.overview')}</Link>
        <Link to="/app/back-test">{t('nav.back-test')}</Link>
        <Link to="/app/activity">{t('nav.activity')}</Link>
        <Link to="/app/health">{t('nav.health')}</Link>
        <Link to="/app/deliveries">{t('nav.deliveries')}</Link>
        <Link to="/app/settings">{t('nav.settings')}</Link>
      </NavMenu>
      <TitleBar title={title} />
    </>
  );
}
