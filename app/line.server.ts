import type { Line } from './pipeline/line.server.ts';

/*
 * On globalThis, because the development server loads this module anew after a change while pool and
 * workers live on.
 */
declare global {
  // `var` is what makes a global visible to TypeScript.
  var amendsLine: Line | undefined;
}

/** The line of this process; it is open once the server has started. */
export function openedLine(): Line {
  if (!globalThis.amendsLine)
    throw new Error('the line is not open: the server has not started it');
  return globalThis.amendsLine;
}

export function setOpenedLine(line: Line | null): void {
  globalThis.amendsLine = line ?? undefined;
}

export function isLineOpen(): boolean {
  return globalThis.amendsLine !== undefined;
}
