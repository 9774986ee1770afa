import type { SaveBars, UnsavedWork } from './save-bars.ts';

/** `<form data-save-bar>`: the save bar appears with the first change; submit and reset take it away. */
export function watchForms(bars: SaveBars): void {
  const works = new WeakMap<HTMLFormElement, UnsavedWork>();
  const formOf = (event: Event): HTMLFormElement | null =>
    event.target instanceof Element
      ? event.target.closest<HTMLFormElement>('form[data-save-bar]')
      : null;
  const workOf = (form: HTMLFormElement): UnsavedWork => {
    const known = works.get(form) ?? unsavedForm(form);
    works.set(form, known);
    return known;
  };
  for (const type of ['input', 'change']) {
    document.addEventListener(type, (event) => {
      const form = formOf(event);
      if (form && !bars.isShown(workOf(form))) bars.show(workOf(form));
    });
  }
  for (const type of ['submit', 'reset']) {
    document.addEventListener(type, (event) => {
      const form = formOf(event);
      if (form) bars.hide(workOf(form));
    });
  }
}

function unsavedForm(form: HTMLFormElement): UnsavedWork {
  return {
    describe: () => ({
      save: null,
      discard: null,
      confirmsDiscard: form.hasAttribute('data-discard-confirmation'),
    }),
    save: () => form.requestSubmit(),
    discard: () => form.reset(),
  };
}
