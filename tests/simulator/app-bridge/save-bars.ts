import type { AdminLink } from './admin-link.ts';
import type { SaveBar } from './messages.ts';

/** Something of the app that has unsaved changes, while it has them. */
export interface UnsavedWork {
  describe(): SaveBar;
  save(): void;
  discard(): void;
}

/** The one save bar of the admin; what came last is shown in it. */
export interface SaveBars {
  show(work: UnsavedWork): void;
  hide(work: UnsavedWork): void;
  isShown(work: UnsavedWork): boolean;
  /** Something about the work has changed, such as a button that is now disabled. */
  refresh(work: UnsavedWork): void;
}

export function openSaveBars(link: AdminLink): SaveBars {
  const shown: UnsavedWork[] = [];
  const tell = (): void => link.say({ type: 'save-bar', bar: shown.at(-1)?.describe() ?? null });
  const remove = (work: UnsavedWork): boolean => {
    const place = shown.indexOf(work);
    if (place !== -1) shown.splice(place, 1);
    return place !== -1;
  };

  link.listen((message) => {
    if (message.type !== 'press') return;
    if (message.button === 'save') shown.at(-1)?.save();
    if (message.button === 'discard') shown.at(-1)?.discard();
  });

  return {
    show(work) {
      remove(work);
      shown.push(work);
      tell();
    },
    hide(work) {
      if (remove(work)) tell();
    },
    isShown: (work) => shown.includes(work),
    refresh(work) {
      if (shown.at(-1) === work) tell();
    },
  };
}
