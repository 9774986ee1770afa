import { isRouteErrorResponse, useLocation } from '@remix-run/react';
import { useEffect } from 'react';

/** What a page has of the server, and whether the last try to get it anew came through. */
export type Kept<Data> = Data & { readonly isConnected: boolean };

/**
 * Holds what a page last got, so that a reload in the background that fails leaves the page as it is
 * instead of replacing it, and the merchant's place in it, by an error.
 */
export function keptData<Data extends object>() {
  let kept: { readonly url: string; readonly data: Data } | null = null;
  return {
    /** The page came with the document: nothing was loaded in the browser yet. */
    keep(url: string, data: Data): void {
      kept = { url, data };
    },
    async load(request: Request, fromServer: () => Promise<Data>): Promise<Kept<Data>> {
      const url = pathOf(request.url);
      try {
        const data = await fromServer();
        kept = { url, data };
        return { ...data, isConnected: true };
      } catch (error) {
        if (request.signal.aborted || isAnswer(error) || kept?.url !== url) throw error;
        return { ...kept.data, isConnected: false };
      }
    },
  };
}

/** Lets what came with the document be kept, too. */
export function useKept<Data extends object>(
  kept: Pick<ReturnType<typeof keptData<Data>>, 'keep'>,
  data: Data,
): void {
  const { pathname, search } = useLocation();
  useEffect(() => {
    kept.keep(`${pathname}${search}`, data);
  }, [kept, pathname, search, data]);
}

/** Redirects, and pages that are no more: the server did answer. */
function isAnswer(error: unknown): boolean {
  if (error instanceof Response) return error.status < 400;
  return isRouteErrorResponse(error) && (error.status === 404 || error.status === 410);
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
}
