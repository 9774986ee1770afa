/** What a key does in the queue (`keys.<name>` in the locale files). Enter opens too: a row's focus is its link's. */
export const queueKeys = {
  next: 'j',
  previous: 'k',
  open: 'o',
  refund: 'r',
  undo: 'u',
  snooze: 's',
  dismiss: 'd',
  search: '/',
  help: '?',
} as const;
export type QueueKey = keyof typeof queueKeys;

export const queueKeyNames = Object.keys(queueKeys) as QueueKey[];

export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
  readonly repeat: boolean;
}

/** What was asked for by a key that stands alone; a key held down moves on and does nothing else. */
export function queueKeyOf(pressed: Pressed): QueueKey | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || pressed.isComposing) return null;
  const name = queueKeyNames.find((each) => queueKeys[each] === pressed.key) ?? null;
  const moves = name === 'next' || name === 'previous';
  return pressed.repeat && !moves ? null : name;
}
