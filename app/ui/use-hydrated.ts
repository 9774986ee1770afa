import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/**
 * False while the browser takes over what the server sent. What is still on its way then must not be waited for by a
 * boundary of the server's: any update above it makes React give that up, and complain.
 */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
