import { useNavigation, useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';

const soonMs = 1500;
const laterMs = 15_000;

/** Reads the page's data again by itself: soon while something is moving, and not at all while the tab is hidden. */
export function useLiveReload(isMoving: boolean): void {
  const { revalidate, state } = useRevalidator();
  const navigation = useNavigation();
  const isIdle = state === 'idle' && navigation.state === 'idle';
  useEffect(() => {
    if (!isIdle) return undefined;
    const reload = () => {
      if (!document.hidden) revalidate();
    };
    const timer = setTimeout(reload, isMoving ? soonMs : laterMs);
    // A tab that comes back shows what is true now, not what was when it left.
    document.addEventListener('visibilitychange', reload);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', reload);
    };
  }, [isIdle, isMoving, revalidate]);
}
