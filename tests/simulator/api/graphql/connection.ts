import { GraphQLError } from 'graphql';

export interface PageArguments {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
  readonly reverse?: boolean | null;
}

const mostPerPage = 250;

/** What a bulk operation asks for in place of a page. */
export const everything = 2_147_483_647;

/** A Relay connection over a list, as Shopify pages it: `first` or `last` is a must, 250 the most. */
export function connection<Item>(items: readonly Item[], args: PageArguments) {
  const ordered = args.reverse === true ? [...items].reverse() : items;
  const after = args.after ? positionOf(args.after) + 1 : 0;
  const before = args.before ? positionOf(args.before) : ordered.length;
  const [start, end] = boundsOf(after, Math.max(after, before), args);
  const nodes = ordered.slice(start, end);
  const edges = nodes.map((node, index) => ({ node, cursor: cursorAt(start + index) }));
  return {
    nodes,
    edges,
    pageInfo: {
      hasNextPage: end < ordered.length,
      hasPreviousPage: start > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function boundsOf(after: number, before: number, { first, last }: PageArguments): [number, number] {
  const size = first ?? last;
  if (size === null || size === undefined) {
    throw new GraphQLError('you must provide one of first or last', {
      extensions: { code: 'BAD_REQUEST' },
    });
  }
  if (size !== everything && (size < 0 || size > mostPerPage)) {
    throw new GraphQLError(`page size ${size} is not between 0 and ${mostPerPage}`, {
      extensions: { code: 'BAD_REQUEST' },
    });
  }
  return typeof first === 'number'
    ? [after, Math.min(before, after + size)]
    : [Math.max(after, before - size), before];
}

function cursorAt(position: number): string {
  return Buffer.from(JSON.stringify({ position })).toString('base64');
}

function positionOf(cursor: string): number {
  const position = /^\{"position":(\d+)\}$/.exec(
    Buffer.from(cursor, 'base64').toString('utf8'),
  )?.[1];
  if (position === undefined) {
    throw new GraphQLError(`Invalid cursor for current pagination sort: ${cursor}`, {
      extensions: { code: 'BAD_REQUEST' },
    });
  }
  return Number(position);
}

/** A plain list with Shopify's optional `first`. */
export function firstOf<Item>(items: readonly Item[], { first }: PageArguments): readonly Item[] {
  return typeof first === 'number' ? items.slice(0, first) : items;
}
