import type { Unreachable } from './call-admin.server.ts';

/** A page of a connection, as Shopify answers it. */
export interface Page<Node> {
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly endCursor?: string | null | undefined;
  };
  readonly nodes: readonly Node[];
}

export type PageRead<Node> = { readonly outcome: 'read'; readonly page: Page<Node> } | Unreachable;

/** Follows a connection from its first page to its end; all nodes, the first page's too. */
export async function readPages<Node>(
  first: Page<Node>,
  readAfter: (cursor: string | null) => Promise<PageRead<Node>>,
): Promise<{ readonly outcome: 'read'; readonly nodes: readonly Node[] } | Unreachable> {
  const nodes = [...first.nodes];
  for (let { pageInfo } = first; pageInfo.hasNextPage;) {
    const next = await readAfter(pageInfo.endCursor ?? null);
    if (next.outcome === 'unreachable') return next;
    nodes.push(...next.page.nodes);
    ({ pageInfo } = next.page);
  }
  return { outcome: 'read', nodes };
}

/** What a page's absence means: it was there a moment ago. */
export function wentAway(what: string): Unreachable {
  return { outcome: 'unreachable', reason: `${what} went away between two pages` };
}
