import { constants } from 'node:os';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Passes this process's signals on to the child until it ends; resolves to its exit code, 128 + n for signal n. */
export async function outcomeOf(child) {
  const pass = (signal) => {
    // Ctrl-C in a terminal reaches the child by itself, and a second one could mean "at once" to it.
    if (signal === 'SIGINT' && process.stdin.isTTY) return;
    child.kill(signal);
  };
  for (const signal of signals) process.on(signal, pass);
  try {
    return await new Promise((settle, fail) => {
      child.once('error', fail);
      child.once('exit', (code, signal) => {
        settle(code ?? 128 + (constants.signals[signal] ?? 0));
      });
    });
  } finally {
    for (const signal of signals) process.off(signal, pass);
  }
}
