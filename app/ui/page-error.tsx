import { isRouteErrorResponse, Link, useRevalidator, useRouteError } from '@remix-run/react';
import { useWords } from './words-context.tsx';
import styles from './plain-page.module.css';

/** What a route shows in place of itself; the menu and App Bridge around it stay. */
export function RouteError() {
  return <PageError error={useRouteError()} />;
}

/** The same where nothing is around it. */
export function WholePageError() {
  return (
    <main>
      <RouteError />
    </main>
  );
}

/**
 * Says that the page could not be shown, and offers another try at the same address. Plain HTML: it has
 * to work where Polaris' provider is what failed.
 */
function PageError({ error }: { readonly error: unknown }) {
  const { t } = useWords();
  const { revalidate, state } = useRevalidator();
  const answered = isRouteErrorResponse(error) ? error : null;
  if (answered && isHtmlOfSdk(answered.data)) {
    return <div dangerouslySetInnerHTML={{ __html: answered.data }} />;
  }
  const kind = answered?.status === 404 ? 'missing' : answered?.status === 410 ? 'old' : 'failed';
  return (
    <div className={styles['page']} role="alert">
      <h1>{t(`error.${kind}.title`)}</h1>
      <p>{t(`error.${kind}.text`)}</p>
      <p className={styles['buttons']}>
        <button
          type="button"
          disabled={state !== 'idle'}
          onClick={() => {
            revalidate();
          }}
        >
          {t('error.retry')}
        </button>
        <Link to="/app">{t('error.to-queue')}</Link>
      </p>
    </div>
  );
}

/** Shopify's SDK answers with a page of its own, an App Bridge script, where it has to leave the frame. */
function isHtmlOfSdk(data: unknown): data is string {
  return typeof data === 'string' && data.includes('data-api-key=');
}
