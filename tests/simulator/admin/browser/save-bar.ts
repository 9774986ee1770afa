import type { BarButton, SaveBar } from '../../app-bridge/messages.ts';
import { findPart } from './find-part.ts';

export interface AdminSaveBar {
  show(bar: SaveBar | null): void;
  /** Asks the merchant when there is something unsaved. */
  mayLeave(): boolean;
}

export function openSaveBar(
  leaveQuestion: string,
  press: (button: 'save' | 'discard') => void,
): AdminSaveBar {
  let shown: SaveBar | null = null;
  const region = findPart('save-bar');
  const isGivenUp = (): boolean => shown === null || window.confirm(leaveQuestion);
  const show = (bar: SaveBar | null): void => {
    shown = bar;
    region.hidden = bar === null;
    for (const name of ['save', 'discard'] as const) dress(button(name), bar?.[name] ?? null);
  };

  button('save').addEventListener('click', () => press('save'));
  button('discard').addEventListener('click', () => {
    if (!shown?.confirmsDiscard || isGivenUp()) press('discard');
  });

  return {
    show,
    mayLeave() {
      if (!isGivenUp()) return false;
      // What was given up is not asked about again by the app that then moves.
      show(null);
      return true;
    },
  };
}

function dress(element: HTMLButtonElement, given: BarButton | null): void {
  element.disabled = given !== null && (given.isDisabled || given.isLoading);
  element.ariaBusy = given?.isLoading ? 'true' : null;
}

function button(id: string): HTMLButtonElement {
  const element = findPart(id);
  if (!(element instanceof HTMLButtonElement)) throw new Error(`#${id} is no button`);
  return element;
}
