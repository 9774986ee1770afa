import type { ShopifyGlobal } from '@shopify/app-bridge-types';
import type { AdminLink } from './admin-link.ts';

type ToastOptions = NonNullable<Parameters<ShopifyGlobal['toast']['show']>[1]>;

/** Toasts are shown by the admin; what their buttons do is known here. */
export function createToast(link: AdminLink): ShopifyGlobal['toast'] {
  const shown = new Map<string, ToastOptions>();
  link.listen((message) => {
    if (message.type === 'toast-action') shown.get(message.id)?.onAction?.();
    if (message.type === 'toast-dismissed') {
      shown.get(message.id)?.onDismiss?.();
      shown.delete(message.id);
    }
  });
  return {
    show(text, options = {}) {
      const id = crypto.randomUUID();
      shown.set(id, options);
      link.say({
        type: 'toast',
        toast: {
          id,
          text,
          isError: options.isError ?? false,
          milliseconds: options.duration ?? 5000,
          action: options.action ?? null,
        },
      });
      return id;
    },
    hide(id) {
      link.say({ type: 'hide-toast', id });
    },
  };
}
