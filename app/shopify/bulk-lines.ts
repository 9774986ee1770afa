/** A line of a bulk operation's result (JSONL), and the byte after its end. */
export interface BulkLine {
  readonly text: string;
  readonly endsAt: number;
}

const lineFeed = 10;

/** Cuts bytes into lines as they come; one line is all that is held. `from`: the first byte's place in the file. */
export async function* linesIn(
  chunks: AsyncIterable<Uint8Array>,
  from: number,
): AsyncGenerator<BulkLine, void, undefined> {
  let rest = Buffer.alloc(0);
  let at = from;
  for await (const chunk of chunks) {
    let bytes = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk]);
    for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed)) {
      at += end + 1;
      yield { text: bytes.toString('utf8', 0, end), endsAt: at };
      bytes = bytes.subarray(end + 1);
    }
    rest = Buffer.from(bytes);
  }
  if (rest.length > 0) yield { text: rest.toString('utf8'), endsAt: at + rest.length };
}

export interface BulkNode {
  readonly id: string;
  /** Absent for what the query asked for itself. */
  readonly __parentId?: string | undefined;
}

/** One thing that the query asked for, with all below it, in the order of the file. */
export interface BulkTree {
  readonly root: BulkNode;
  readonly parts: readonly BulkNode[];
  readonly endsAt: number;
}

/** Puts things together with their parts, which follow them in a grouped result. A line that is no such node throws. */
export async function* treesIn(
  lines: AsyncIterable<BulkLine>,
): AsyncGenerator<BulkTree, void, undefined> {
  let tree: { root: BulkNode; parts: BulkNode[]; endsAt: number } | null = null;
  for await (const { text, endsAt } of lines) {
    const node = nodeIn(text);
    if (node.__parentId === undefined) {
      if (tree) yield tree;
      tree = { root: node, parts: [], endsAt };
    } else {
      if (!tree) throw new Error('a bulk result begins in the middle of something');
      tree.parts.push(node);
      tree.endsAt = endsAt;
    }
  }
  if (tree) yield tree;
}

function nodeIn(text: string): BulkNode {
  const json: unknown = JSON.parse(text);
  if (typeof json === 'object' && json !== null && 'id' in json && typeof json.id === 'string') {
    return json as BulkNode;
  }
  throw new Error('a line of a bulk result that has no id');
}
