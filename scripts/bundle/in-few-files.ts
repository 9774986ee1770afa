import type { Rollup } from 'vite';

/** The queue: what most visits begin with. */
const firstPage = /\/app\/(entry\.client|root|routes\/app|routes\/app\._index)\.tsx$/;

/**
 * What the first page is made of in two files, packages and our own, instead of thirty: they compress better together, and
 * each would be asked for by itself.
 */
export function inFewFiles(): Rollup.GetManualChunk {
  let needed: ReadonlySet<string> | null = null;
  return (id, { getModuleIds, getModuleInfo }) => {
    needed ??= reachedFrom(
      [...getModuleIds()].filter((each) => firstPage.test(each)),
      getModuleInfo,
    );
    // The entry waits for the reader's words: what shares a file with it would wait too.
    if (!needed.has(id) || id.endsWith('/entry.client.tsx')) return undefined;
    return id.includes('/node_modules/') || id.startsWith('\0') ? 'packages' : 'desk';
  };
}

function reachedFrom(
  starts: readonly string[],
  getModuleInfo: Rollup.GetModuleInfo,
): ReadonlySet<string> {
  const reached = new Set(starts);
  for (const id of reached) {
    for (const imported of getModuleInfo(id)?.importedIds ?? []) reached.add(imported);
  }
  return reached;
}
