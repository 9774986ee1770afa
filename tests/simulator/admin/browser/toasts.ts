import type { FromAdmin, Toast } from '../../app-bridge/messages.ts';
import { findPart } from './find-part.ts';

export interface Toasts {
  show(toast: Toast): void;
  hide(id: string): void;
}

export function openToasts(dismissLabel: string, say: (message: FromAdmin) => void): Toasts {
  const shown = new Map<string, HTMLElement>();

  const hide = (id: string): void => {
    shown.get(id)?.remove();
    if (shown.delete(id)) say({ type: 'toast-dismissed', id });
  };

  return {
    hide,
    show(toast) {
      const element = document.createElement('div');
      element.className = toast.isError ? 'toast error' : 'toast';
      const text = document.createElement('span');
      text.textContent = toast.text;
      element.append(text);
      if (toast.action !== null) {
        element.append(
          button(toast.action, toast.action, () => {
            say({ type: 'toast-action', id: toast.id });
            hide(toast.id);
          }),
        );
      }
      element.append(button('×', dismissLabel, () => hide(toast.id)));
      shown.set(toast.id, element);
      findPart('toasts').append(element);
      setTimeout(() => hide(toast.id), toast.milliseconds);
    },
  };
}

function button(text: string, label: string, clicked: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = text;
  element.ariaLabel = label;
  element.addEventListener('click', clicked);
  return element;
}
