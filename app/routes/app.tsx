import { Outlet, useLoaderData } from '@remix-run/react';
import type { HeadersFunction, LoaderFunctionArgs } from '@remix-run/node';
import { boundary } from '@shopify/shopify-app-remix/server';
import { appKey, authenticateMerchant } from '../shopify.server.ts';
import { AppShell } from '../ui/app-shell.tsx';
import { WholePageError } from '../ui/page-error.tsx';

export async function loader({ request }: LoaderFunctionArgs) {
  const { timezone } = await authenticateMerchant(request);
  return { apiKey: appKey, timezone };
}

/** Key and timezone stay as they are; each page under here authenticates by itself. */
export const shouldRevalidate = () => false;

export default function App() {
  const { apiKey, timezone } = useLoaderData<typeof loader>();
  return (
    <AppShell apiKey={apiKey} timezone={timezone}>
      <Outlet />
    </AppShell>
  );
}

export const ErrorBoundary = WholePageError;

/** What the SDK sets on an answer it threw has to reach the browser. */
export const headers: HeadersFunction = (given) => boundary.headers(given);
