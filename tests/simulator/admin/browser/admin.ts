import { openAppFrame } from './app-frame.ts';
import { keepFresh } from './keep-fresh.ts';

/** The script of every page of the simulated admin. */
const language = document.querySelector<HTMLSelectElement>('#language');
language?.addEventListener('change', () => {
  const url = new URL(location.href);
  url.searchParams.set('locale', language.value);
  location.assign(url);
});

const menuButton = document.querySelector<HTMLButtonElement>('#menu-button');
const setMenu = (isOpen: boolean): void => {
  menuButton?.setAttribute('aria-expanded', String(isOpen));
  document.body.classList.toggle('menu-open', isOpen);
};
menuButton?.addEventListener('click', () => {
  setMenu(menuButton.getAttribute('aria-expanded') !== 'true');
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && document.body.classList.contains('menu-open')) {
    setMenu(false);
    menuButton?.focus();
  }
});

const frame = document.querySelector<HTMLIFrameElement>('#app-frame');
if (frame) openAppFrame(frame, () => setMenu(false));

const fresh = document.querySelector<HTMLElement>('[data-fresh]');
if (fresh) keepFresh(fresh);
