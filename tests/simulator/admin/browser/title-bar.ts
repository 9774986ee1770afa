import type { BarButton, BarButtonName, TitleBar } from '../../app-bridge/messages.ts';
import { findPart } from './find-part.ts';

let appName: string | null = null;

/** The line above the app: way back, title, actions. Without a title bar of the app it has the app's name. */
export function showTitleBar(bar: TitleBar | null, press: (button: BarButtonName) => void): void {
  const title = findPart('title');
  appName ??= title.textContent;
  title.textContent = bar === null || bar.title === '' ? appName : bar.title;

  const control = (button: BarButton, name: BarButtonName): HTMLButtonElement => {
    const element = document.createElement('button');
    element.type = 'button';
    element.textContent = button.label;
    element.disabled = button.isDisabled || button.isLoading;
    element.ariaBusy = button.isLoading ? 'true' : null;
    if (name === 'primary') element.className = 'primary';
    if (button.isCritical) element.classList.add('critical');
    element.addEventListener('click', () => press(name));
    return element;
  };

  findPart('breadcrumb').replaceChildren(
    ...(bar?.breadcrumb ? [control(bar.breadcrumb, 'breadcrumb')] : []),
  );
  findPart('title-actions').replaceChildren(
    ...(bar?.others ?? []).map((button, other) => control(button, { other })),
    ...(bar?.primary ? [control(bar.primary, 'primary')] : []),
  );
}
