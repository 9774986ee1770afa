/** What the page and the worker in which an extension runs tell each other; functions travel as their numbers. */
export type ToWorker =
  | {
      readonly type: 'start';
      /** URL of the built file. */
      readonly script: string;
      readonly target: string;
      readonly orderId: string;
      readonly appUrl: string;
      readonly language: string;
      /** The extension's own file of that language. */
      readonly words: Words;
    }
  | { readonly type: 'call'; readonly listener: number; readonly detail: EventDetail }
  | { readonly type: 'token'; readonly token: string | null };

export type FromWorker =
  | { readonly type: 'mutate'; readonly records: readonly unknown[] }
  | { readonly type: 'token' }
  | { readonly type: 'navigate'; readonly url: string }
  | { readonly type: 'close' };

export interface Words {
  readonly [key: string]: string | Words;
}

/** What an element tells of an event. */
export interface EventDetail {
  readonly value: string | null;
  /** Of an element that takes files. */
  readonly files?: readonly File[];
}

/** A listener on its way. */
export interface Listener {
  readonly listener: number;
}

/** The tree with each part replaced where the function has something for it. */
export function replaced(tree: unknown, replace: (part: unknown) => unknown): unknown {
  const part = replace(tree);
  if (part !== tree) return part;
  if (Array.isArray(tree)) return tree.map((each) => replaced(each, replace));
  if (typeof tree !== 'object' || tree === null) return tree;
  return Object.fromEntries(
    Object.entries(tree).map(([name, value]) => [name, replaced(value, replace)]),
  );
}
