import { readFileSync } from 'node:fs';
import type { RouteConfigEntry } from '@remix-run/route-config';
import routes from '#app/routes.ts';

/** The addresses of all pages, as `app/routes.ts` writes them: a route whose module shows something, and frames no other. */
export function pageRoutes(): readonly string[] {
  return routes.flatMap((entry) => pagesIn(entry, '')).sort();
}

function pagesIn({ path = '', file, children }: RouteConfigEntry, above: string): string[] {
  const address = path === '' ? above : `${above}/${path}`;
  if (children) return children.flatMap((child) => pagesIn(child, address));
  const isPage = /^export default /m.test(readFileSync(`app/${file}`, 'utf8'));
  return isPage ? [address === '' ? '/' : address] : [];
}
