import { useSyncExternalStore } from 'react';

const keptAs = 'amends.queue-keys';
const listeners = new Set<() => void>();
/** Said since the page was opened; a browser may keep nothing for a page in a frame. */
let said: boolean | null = null;

/** Whether the queue's keys are used: yes, unless this browser was told otherwise. */
export function useKeysOn(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => said ?? readKept() !== 'off',
    () => true,
  );
}

export function turnKeys(isOn: boolean): void {
  said = isOn;
  try {
    localStorage.setItem(keptAs, isOn ? 'on' : 'off');
  } catch {
    // Not kept: it holds for as long as the page is open.
  }
  for (const listener of listeners) listener();
}

function readKept(): string | null {
  try {
    return localStorage.getItem(keptAs);
  } catch {
    return null;
  }
}
