import { useEffect } from 'react';
import { queueKeyOf, type QueueKey } from './queue-keys.ts';

/*
 * By way of the page itself: the focus that moves is the browser's own, on the link of a row, and what a key does to a row is a
 * click on its button. So a screen reader tells it all, nothing can be done that a button does not offer at that moment, and no
 * row is rendered for it.
 */

/** Listens for the queue's keys while it is on. */
export function useQueueKeys({
  isOn,
  onHelp,
}: {
  readonly isOn: boolean;
  readonly onHelp: () => void;
}): void {
  useEffect(() => {
    if (!isOn) return undefined;
    const press = (event: KeyboardEvent) => {
      const key = event.defaultPrevented || isTyping(event.target) ? null : queueKeyOf(event);
      if (key && perform(key, onHelp)) event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => {
      document.removeEventListener('keydown', press);
    };
  }, [isOn, onHelp]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable]:not([contenteditable=false])') !==
      null
  );
}

/** False where there was nothing to do. */
function perform(key: QueueKey, onHelp: () => void): boolean {
  switch (key) {
    case 'next':
      return moveFocus(1);
    case 'previous':
      return moveFocus(-1);
    case 'open':
      return click(focusedRow()?.querySelector('th a'));
    case 'refund':
    case 'undo':
    case 'snooze':
    case 'dismiss':
      return click(focusedRow()?.querySelector(`[data-action=${key}] button:not(:disabled)`));
    case 'search':
      return focusSearch();
    case 'help':
      onHelp();
      return true;
  }
}

function allRows(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('tr[data-suggestion]')];
}

/** The row in which the focus is, or in what stands below it; nothing is done to any other. */
function focusedRow(): HTMLElement | null {
  const row = document.activeElement?.closest<HTMLElement>('tr[data-suggestion], tr[data-below]');
  const id = row?.dataset['suggestion'] ?? row?.dataset['below'];
  return allRows().find(({ dataset }) => dataset['suggestion'] === id) ?? null;
}

function moveFocus(by: 1 | -1): boolean {
  const rows = allRows();
  const at = rows.findIndex((row) => row === focusedRow());
  const row = at < 0 ? rows[0] : rows[Math.min(Math.max(at + by, 0), rows.length - 1)];
  if (!row) return false;
  row.querySelector<HTMLElement>('th a')?.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'nearest' });
  return true;
}

function click(element: Element | null | undefined): boolean {
  if (!(element instanceof HTMLElement)) return false;
  element.click();
  return true;
}

function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('[data-search] input');
  field?.focus();
  field?.select();
  return field !== null;
}
