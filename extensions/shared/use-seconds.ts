import { useEffect, useState } from 'preact/hooks';

/** Counts the seconds down that were left when the server said so; zero where none were. */
export function useSeconds(left: number | null): number {
  const [seconds, setSeconds] = useState(left ?? 0);
  useEffect(() => {
    setSeconds(left ?? 0);
    if (left === null || left === 0) return;
    const end = performance.now() + left * 1000;
    const timer = setInterval(() => {
      setSeconds(Math.max(0, Math.ceil((end - performance.now()) / 1000)));
    }, 250);
    return () => {
      clearInterval(timer);
    };
  }, [left]);
  return seconds;
}
