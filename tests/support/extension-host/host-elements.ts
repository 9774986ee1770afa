/* Plain stand-ins of Shopify's elements: their looks exist only in the admin; here they have their roles, names and behaviour. */

/** An element whose properties the worker sets at any time. */
abstract class HostElement extends HTMLElement {
  constructor() {
    super();
    this.attachShadow({ mode: 'open' });
  }

  connectedCallback(): void {
    this.show();
  }

  protected abstract show(): void;

  protected piece<Name extends keyof HTMLElementTagNameMap>(
    name: Name,
  ): HTMLElementTagNameMap[Name] {
    const known = this.shadowRoot?.querySelector(name);
    if (known) return known;
    const made = document.createElement(name);
    this.shadowRoot?.prepend(made);
    return made;
  }

  protected slotted(): void {
    this.piece('slot');
  }
}

/** Lets a class show itself again whenever one of these is set. */
function shows(element: typeof HostElement, ...names: readonly string[]): typeof HostElement {
  for (const name of names) {
    const key = Symbol(name);
    Object.defineProperty(element.prototype, name, {
      get(this: Record<symbol, unknown>) {
        return this[key];
      },
      set(this: HostElement & Record<symbol, unknown>, value: unknown) {
        this[key] = value;
        if (this.isConnected) this.connectedCallback();
      },
    });
  }
  return element;
}

const textOf = (element: object, name: string): string => {
  const value: unknown = Reflect.get(element, name);
  return typeof value === 'string' ? value : '';
};

class Titled extends HostElement {
  protected show(): void {
    this.slotted();
    this.piece('h2').textContent = textOf(this, 'heading');
  }
}

/** Its buttons stand in places of their own. */
class Action extends Titled {
  protected override show(): void {
    super.show();
    if (this.shadowRoot?.querySelector('slot[name]')) return;
    for (const name of ['primary-action', 'secondary-actions']) {
      const place = document.createElement('slot');
      place.name = name;
      this.shadowRoot?.append(place);
    }
  }
}

class Button extends HostElement {
  constructor() {
    super();
    // Before any listener of the worker's.
    this.addEventListener('click', (event) => {
      if (this.ariaDisabled === 'true') event.stopImmediatePropagation();
    });
  }

  protected show(): void {
    this.slotted();
    this.role = 'button';
    this.tabIndex = 0;
    const isOff = Reflect.get(this, 'disabled') === true || Reflect.get(this, 'loading') === true;
    this.ariaDisabled = String(isOff);
    this.ariaLabel = textOf(this, 'accessibilityLabel') || null;
  }
}

class Link extends HostElement {
  protected show(): void {
    this.slotted();
    this.role = 'link';
    this.setAttribute('data-href', textOf(this, 'href'));
  }
}

class Spinner extends HostElement {
  protected show(): void {
    this.role = 'progressbar';
    this.ariaLabel = textOf(this, 'accessibilityLabel');
  }
}

class Field extends HostElement {
  protected show(): void {
    const input = this.piece('input');
    input.ariaLabel = textOf(this, 'label');
    const value = textOf(this, 'value');
    if (input.value !== value) input.value = value;
    input.onchange = () => {
      this.dispatchEvent(new CustomEvent('change', { detail: { value: input.value } }));
    };
  }
}

/** Its options are elements of their own, and come after it. */
class Select extends HostElement {
  private readonly options = new MutationObserver(() => {
    this.show();
  });

  protected show(): void {
    const select = this.piece('select');
    select.ariaLabel = textOf(this, 'label');
    const options = [...this.querySelectorAll('s-option')].map(
      (option) => new Option(option.textContent, textOf(option, 'value')),
    );
    select.replaceChildren(...options);
    select.value = textOf(this, 'value');
    select.onchange = () => {
      this.dispatchEvent(new CustomEvent('change', { detail: { value: select.value } }));
    };
    this.options.observe(this, { childList: true, subtree: true, characterData: true });
  }
}

class TextArea extends HostElement {
  protected show(): void {
    const area = this.piece('textarea');
    area.ariaLabel = textOf(this, 'label');
    const value = textOf(this, 'value');
    if (area.value !== value) area.value = value;
    area.onchange = () => {
      this.dispatchEvent(new CustomEvent('change', { detail: { value: area.value } }));
    };
  }
}

class DropZone extends HostElement {
  protected show(): void {
    const input = this.piece('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = textOf(this, 'accept');
    input.ariaLabel = textOf(this, 'label');
    input.onchange = () => {
      const detail = { value: input.value, files: [...(input.files ?? [])] };
      this.dispatchEvent(new CustomEvent('change', { detail }));
    };
  }
}

export function defineElements(): void {
  const defined: Readonly<Record<string, typeof HostElement>> = {
    's-admin-action': shows(class extends Action {}, 'heading'),
    's-admin-block': shows(class extends Titled {}, 'heading'),
    's-banner': shows(class extends Titled {}, 'heading'),
    's-button': shows(Button, 'disabled', 'loading', 'accessibilityLabel'),
    's-link': shows(Link, 'href'),
    's-number-field': shows(class extends Field {}, 'label', 'value'),
    's-customer-account-action': shows(class extends Action {}, 'heading'),
    's-drop-zone': shows(DropZone, 'label', 'accept'),
    's-section': shows(class extends Titled {}, 'heading'),
    's-select': shows(Select, 'label', 'value'),
    's-text-area': shows(TextArea, 'label', 'value'),
    's-spinner': shows(Spinner, 'accessibilityLabel'),
    's-text-field': shows(class extends Field {}, 'label', 'value'),
  };
  for (const [name, element] of Object.entries(defined)) {
    customElements.define(name, element as unknown as CustomElementConstructor);
  }
}
