import { useEffect, type RefObject } from 'react';

/** Escape, pressed anywhere in a form, is its Cancel. */
export function useEscape(form: RefObject<HTMLElement>, onCancel: () => void): void {
  useEffect(() => {
    const element = form.current;
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      event.preventDefault();
      onCancel();
    };
    element?.addEventListener('keydown', press);
    return () => {
      element?.removeEventListener('keydown', press);
    };
  }, [form, onCancel]);
}
