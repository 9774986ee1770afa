import { describeButton, observe, press } from './bar-button.ts';
import { partsOfTitleBar } from './title-bar.ts';

const style = `
  :host { display: contents }
  dialog { border: 0; border-radius: 12px; padding: 0; width: min(38rem, calc(100vw - 2rem)); max-height: calc(100dvh - 2rem);
    overflow: hidden; color: inherit; background: #fff; box-shadow: 0 8px 24px rgb(0 0 0 / .25) }
  dialog[open] { display: flex; flex-direction: column }
  dialog.small { width: min(24rem, calc(100vw - 2rem)) }
  dialog.large { width: min(60rem, calc(100vw - 2rem)) }
  dialog.max { width: 100vw; height: 100dvh; max-width: none; max-height: none; border-radius: 0 }
  dialog::backdrop { background: rgb(0 0 0 / .5) }
  header, footer { display: flex; gap: 8px; align-items: center; padding: 12px 16px; background: #f3f3f3 }
  header h2 { font: 600 14px/20px system-ui, sans-serif; margin: 0; flex: 1 }
  footer { justify-content: flex-end } footer:empty { display: none }
  .body { overflow: auto; flex: 1 } iframe { border: 0; width: 100%; height: 100%; min-height: 60vh; display: block }
  button { font: 500 13px/20px system-ui, sans-serif; min-height: 32px; padding: 4px 12px; border-radius: 8px; border: 1px solid #8a8a8a; background: #fff }
  button.primary { background: #303030; color: #fff; border-color: #303030 } button.critical { background: #c70a24; color: #fff }
`;

/**
 * `ui-modal` and `s-app-window`. Shopify shows them over the whole admin; here they cover the app's frame. Everything
 * that is added lives in a shadow root, so that the app's own tree stays as it was rendered.
 */
export function defineModal(): void {
  class ModalElement extends HTMLElement {
    readonly #root = this.attachShadow({ mode: 'open' });
    readonly #dialog = document.createElement('dialog');
    #stop: (() => void) | null = null;

    constructor() {
      super();
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(style);
      this.#root.adoptedStyleSheets = [sheet];
      this.#root.append(this.#dialog);
      this.#dialog.addEventListener('close', () => this.#closed());
      this.addEventListener('command', (event) => void this.#obey(event));
    }

    disconnectedCallback(): void {
      this.#dialog.close();
    }

    get variant(): string {
      return this.getAttribute('variant') ?? 'base';
    }

    set variant(variant: string) {
      this.setAttribute('variant', variant);
    }

    get src(): string | undefined {
      return this.getAttribute('src') ?? undefined;
    }

    set src(src: string | undefined) {
      if (src === undefined) this.removeAttribute('src');
      else this.setAttribute('src', src);
    }

    get content(): Element | null {
      return this.querySelector(':scope > :not(ui-title-bar, ui-save-bar)');
    }

    set content(content: Element | null) {
      this.content?.remove();
      if (content) this.append(content);
    }

    get contentWindow(): Window | null {
      return this.#dialog.querySelector('iframe')?.contentWindow ?? null;
    }

    show(): Promise<void> {
      if (this.#dialog.open) return Promise.resolve();
      this.#render();
      this.#stop = observe(this, () => this.#render());
      this.#dialog.showModal();
      this.dispatchEvent(new Event('show'));
      return Promise.resolve();
    }

    hide(): Promise<void> {
      this.#dialog.close();
      return Promise.resolve();
    }

    toggle(): Promise<void> {
      return this.#dialog.open ? this.hide() : this.show();
    }

    async #obey(event: Event): Promise<void> {
      const command = 'command' in event ? event.command : null;
      if (command === '--show') await this.show();
      if (command === '--hide') await this.hide();
      if (command === '--toggle') await this.toggle();
    }

    #closed(): void {
      this.#stop?.();
      this.#dialog.replaceChildren();
      this.dispatchEvent(new Event('hide'));
    }

    #render(): void {
      this.#dialog.className = this.localName === 's-app-window' ? 'max' : this.variant;
      const bar = this.querySelector('ui-title-bar');
      const parts = bar && partsOfTitleBar(bar);
      const title = parts?.title ?? '';
      this.#dialog.ariaLabel = title || document.title;
      const header = build(
        'header',
        build('h2', title),
        button('×', '', () => this.#dialog.close()),
      );
      const controls = [...(parts?.others ?? []), ...(parts?.primary ? [parts.primary] : [])];
      const footer = build('footer', ...controls.map(standIn));
      const body = build('div', this.#body());
      body.className = 'body';
      this.#dialog.replaceChildren(header, body, footer);
    }

    #body(): Element {
      const src = this.src;
      if (src === undefined) return document.createElement('slot');
      const shown = this.#dialog.querySelector('iframe');
      if (shown?.getAttribute('src') === src) return shown;
      const frame = document.createElement('iframe');
      frame.src = src;
      frame.name = window.name;
      frame.title = document.title;
      return frame;
    }
  }
  customElements.define('ui-modal', ModalElement);
  customElements.define('s-app-window', class extends ModalElement {});
}

function standIn(control: Element): Element {
  const { label, isDisabled, isLoading, isCritical } = describeButton(control);
  const variant = control.getAttribute('variant') === 'primary' ? 'primary' : '';
  const shown = button(label, isCritical ? 'critical' : variant, () => press(control));
  shown.disabled = isDisabled || isLoading;
  return shown;
}

function button(label: string, className: string, clicked: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = className;
  element.textContent = label;
  element.addEventListener('click', clicked);
  return element;
}

function build(name: string, ...children: readonly (Node | string)[]): HTMLElement {
  const element = document.createElement(name);
  element.append(...children);
  return element;
}
