import '@shopify/ui-extensions/preact';
import type { Api } from '@shopify/ui-extensions/customer-account.order.action.menu-item.render';
import { render } from 'preact';

declare const shopify: Api;

/** A button without a way of its own opens the action. */
export default function extension(): void {
  render(<s-button>{shopify.i18n.translate('form-in-account.open')}</s-button>, document.body);
}
