import { readFileSync } from 'node:fs';
import type { RouteConfigEntry } from '@remix-run/route-config';
import routes from '#app/routes.ts';

/** The addresses of all pages, as `app/routes.ts` writes them: a route whose module shows something, and frames no other. */
export function pageRoutes(): readonly string[] {
  return addressesOf(isPage);
}

/** The addresses of all other routes: files, and what answers JSON. */
export function endpointRoutes(): readonly string[] {
  return addressesOf((file) => !isPage(file));
}

function addressesOf(isWanted: (file: string) => boolean): readonly string[] {
  return routes.flatMap((entry) => addressesIn(entry, { above: '', isWanted })).sort();
}

interface Within {
  readonly above: string;
  readonly isWanted: (file: string) => boolean;
}

function addressesIn(
  { path = '', file, children }: RouteConfigEntry,
  { above, isWanted }: Within,
): string[] {
  const address = path === '' ? above : `${above}/${path}`;
  if (children) {
    return children.flatMap((child) => addressesIn(child, { above: address, isWanted }));
  }
  return isWanted(file) ? [address === '' ? '/' : address] : [];
}

function isPage(file: string): boolean {
  return /^export default /m.test(readFileSync(`app/${file}`, 'utf8'));
}
