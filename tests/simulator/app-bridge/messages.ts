/** What App Bridge in the app's frame and the admin page around it say to each other, by postMessage. */

export const protocol = 'simulated-admin/1';

export interface NavItem {
  readonly href: string;
  readonly label: string;
  /** The app's landing page: reached by the app's name, not listed. */
  readonly isHome: boolean;
}

export interface BarButton {
  readonly label: string;
  readonly isDisabled: boolean;
  readonly isLoading: boolean;
  readonly isCritical: boolean;
}

export interface TitleBar {
  readonly title: string;
  readonly breadcrumb: BarButton | null;
  readonly primary: BarButton | null;
  readonly others: readonly BarButton[];
}

export interface SaveBar {
  readonly save: BarButton | null;
  readonly discard: BarButton | null;
  readonly confirmsDiscard: boolean;
}

export interface Toast {
  readonly id: string;
  readonly text: string;
  readonly isError: boolean;
  readonly milliseconds: number;
  readonly action: string | null;
}

/** What the admin answers from what it knows. */
export type Question = 'id-token' | 'user' | 'scopes' | 'may-leave' | 'grant';

export type FromApp =
  /** A new document of the app: what the last one showed around the frame is over. */
  | { readonly type: 'started' }
  /** Where the app is now. */
  | { readonly type: 'location'; readonly path: string; readonly title: string }
  | {
      readonly type: 'ask';
      readonly id: string;
      readonly question: Question;
      readonly scopes: readonly string[];
    }
  | { readonly type: 'toast'; readonly toast: Toast }
  | { readonly type: 'hide-toast'; readonly id: string }
  | { readonly type: 'loading'; readonly isLoading: boolean }
  | { readonly type: 'nav'; readonly items: readonly NavItem[] }
  | { readonly type: 'title-bar'; readonly bar: TitleBar | null }
  | { readonly type: 'save-bar'; readonly bar: SaveBar | null }
  /** Leaves the frame; the URL may be of the `shopify:` scheme. */
  | { readonly type: 'open'; readonly url: string; readonly target: string };

/** The buttons that the admin shows for the app. */
export type BarButtonName =
  'save' | 'discard' | 'breadcrumb' | 'primary' | { readonly other: number };

export type FromAdmin =
  | { readonly type: 'answer'; readonly id: string; readonly value: unknown }
  | { readonly type: 'no-answer'; readonly id: string; readonly reason: string }
  | { readonly type: 'toast-action' | 'toast-dismissed'; readonly id: string }
  | { readonly type: 'navigate'; readonly href: string }
  | { readonly type: 'press'; readonly button: BarButtonName };

export type Sent<Message> = Message & { readonly protocol: typeof protocol };

export function isFromApp(data: unknown): data is FromApp {
  return speaksProtocol(data);
}

export function isFromAdmin(data: unknown): data is FromAdmin {
  return speaksProtocol(data);
}

function speaksProtocol(data: unknown): boolean {
  return (
    typeof data === 'object' && data !== null && 'protocol' in data && data.protocol === protocol
  );
}
