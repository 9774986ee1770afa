/** Something a person can put right, told in words; everything else that is thrown is a bug. */
export class Problem extends Error {
  override readonly name = 'Problem';
}

/** A run that starts things and must not leave them behind. */
export interface Run {
  /** Aborted by Ctrl-C and SIGTERM. */
  readonly signal: AbortSignal;
  /** Undone when the run ends, however it ends, the last started first. */
  atEnd(what: string, undo: () => Promise<void> | void): void;
}

/** With the app's eight seconds for its jobs, inside the ten that Ctrl-C may take. */
const endsWithinMs = 9500;

/** Does the work, undoes what it started, and exits with its exit code (`ifStopped` after Ctrl-C or SIGTERM). */
export async function runWithUndo(
  work: (run: Run) => Promise<number>,
  { ifStopped }: { readonly ifStopped: number },
): Promise<never> {
  const started: { readonly what: string; readonly undo: () => Promise<void> | void }[] = [];
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stop.signal.aborted) return;
      console.error('stopping …');
      endInTime(started);
      stop.abort(new Problem(`stopped by ${signal}`));
    });
  }
  const bug = new Promise<never>((_, fail) => {
    process.on('uncaughtException', (error) => {
      console.error(error);
      fail(new Problem('ended by a bug, see above'));
    });
  });
  let code: number;
  try {
    const atEnd: Run['atEnd'] = (what, undo) => void started.push({ what, undo });
    code = await Promise.race([work({ signal: stop.signal, atEnd }), bug]);
  } catch (error) {
    if (!stop.signal.aborted) console.error(error instanceof Problem ? error.message : error);
    code = 1;
  }
  if (stop.signal.aborted) code = ifStopped;
  else {
    endInTime(started);
    // Whatever is still under way must start nothing more.
    stop.abort(new Problem('the run is over'));
  }
  for (let last = started.at(-1); last; last = started.at(-1)) {
    try {
      await last.undo();
    } catch (error) {
      console.error(`${last.what} did not end well:`, error);
      code = 1;
    }
    started.pop();
  }
  process.exit(code);
}

function endInTime(started: readonly { readonly what: string }[]): void {
  setTimeout(() => {
    console.error(`gave up waiting for ${started.at(-1)?.what ?? 'the start'} to end`);
    process.exit(1);
  }, endsWithinMs).unref();
}
