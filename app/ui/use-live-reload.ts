import { useNavigation, useRevalidator } from '@remix-run/react';
import { useCallback, useEffect, useState } from 'react';

/** How long news is waited for, milliseconds: while the app itself is at work, and otherwise. */
export const soonMs = 1500;
export const laterMs = 15_000;

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

const hurryMs = 10_000;

/** True for a while after it was called for: an order that changed is being looked at again. */
export function useHurry(): readonly [isHurried: boolean, hurry: () => void] {
  const [isHurried, setIsHurried] = useState(false);
  useEffect(() => {
    if (!isHurried) return undefined;
    const timer = setTimeout(() => {
      setIsHurried(false);
    }, hurryMs);
    return () => {
      clearTimeout(timer);
    };
  }, [isHurried]);
  const hurry = useCallback(() => {
    setIsHurried(true);
  }, []);
  return [isHurried, hurry];
}
