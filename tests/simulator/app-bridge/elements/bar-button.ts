import type { BarButton } from '../messages.ts';

/** How the admin shows a button or link that the app keeps in one of its bars. */
export function describeButton(element: Element): BarButton {
  return {
    label: element.textContent.trim(),
    isDisabled: isOn(element, 'disabled'),
    isLoading: isOn(element, 'loading'),
    isCritical: element.getAttribute('tone') === 'critical',
  };
}

export function describeIfAny(element: Element | null): BarButton | null {
  return element && describeButton(element);
}

function isOn(element: Element, attribute: string): boolean {
  const value = element.getAttribute(attribute);
  return value !== null && value !== 'false';
}

/** Clicks the app's own element, as the admin's button stands for it. */
export function press(element: Element | null | undefined): void {
  if (element instanceof HTMLElement) element.click();
}

/** Calls back when anything changes inside of the element; the returned function ends it. */
export function observe(element: Element, changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(element, {
    attributes: true,
    characterData: true,
    childList: true,
    subtree: true,
  });
  return () => observer.disconnect();
}
