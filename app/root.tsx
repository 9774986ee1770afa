import {
  Links,
  Outlet,
  Scripts,
  ScrollRestoration,
  type ShouldRevalidateFunction,
} from '@remix-run/react';
import type { LinksFunction } from '@remix-run/node';
import polarisStyles from '@shopify/polaris/build/esm/styles.css?url';
import type { ReactNode } from 'react';
import { WholePageError } from './ui/page-error.tsx';
import { usePageTitle } from './ui/page-title.ts';
import { useLanguage } from './ui/words-context.tsx';

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: polarisStyles },
  // None: the admin shows the app's own icon, and the browser need not ask for one.
  { rel: 'icon', href: 'data:,' },
];

export const shouldRevalidate: ShouldRevalidateFunction = () => false;

/** The language is the document's: client navigations never change it. */
export function Layout({ children }: { readonly children: ReactNode }) {
  const { language } = useLanguage();
  const title = usePageTitle();
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export const ErrorBoundary = WholePageError;
