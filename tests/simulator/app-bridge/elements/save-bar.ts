import type { SaveBar } from '../messages.ts';
import type { SaveBars, UnsavedWork } from '../save-bars.ts';
import { describeIfAny, observe, press } from './bar-button.ts';

/** `ui-save-bar`: its two buttons stand behind Save and Discard of the admin's bar. */
export function defineSaveBar(bars: SaveBars): void {
  class SaveBarElement extends HTMLElement implements UnsavedWork {
    #stop: (() => void) | null = null;

    connectedCallback(): void {
      this.#stop = observe(this, () => bars.refresh(this));
    }

    disconnectedCallback(): void {
      this.#stop?.();
      bars.hide(this);
    }

    get showing(): boolean {
      return bars.isShown(this);
    }

    get discardConfirmation(): boolean {
      return this.hasAttribute('discardconfirmation');
    }

    set discardConfirmation(isAsked: boolean) {
      this.toggleAttribute('discardconfirmation', isAsked);
    }

    show(): Promise<void> {
      if (!this.showing) {
        bars.show(this);
        this.dispatchEvent(new Event('show'));
      }
      return Promise.resolve();
    }

    hide(): Promise<void> {
      if (this.showing) {
        bars.hide(this);
        this.dispatchEvent(new Event('hide'));
      }
      return Promise.resolve();
    }

    toggle(): Promise<void> {
      return this.showing ? this.hide() : this.show();
    }

    describe(): SaveBar {
      return {
        save: describeIfAny(this.#saveButton),
        discard: describeIfAny(this.#discardButton),
        confirmsDiscard: this.discardConfirmation,
      };
    }

    save(): void {
      press(this.#saveButton);
    }

    discard(): void {
      press(this.#discardButton);
    }

    get #saveButton(): Element | null {
      return this.querySelector('button[variant="primary"]');
    }

    get #discardButton(): Element | null {
      return this.querySelector('button:not([variant="primary"])');
    }
  }
  customElements.define('ui-save-bar', SaveBarElement);
}
