import { useEffect, useRef, useState } from 'react';

const pauseMs = 400;

/**
 * A text that is applied when the typing pauses. What is being typed is never overwritten by an older address; what changes
 * by other means (a filter's tag, "back", "clear filters") is shown.
 */
export function useTyped(
  applied: string | null,
  read: (text: string) => string | null,
  apply: (value: string | null) => void,
) {
  const [text, setText] = useState(applied ?? '');
  const [shown, setShown] = useState(applied);
  const latest = useRef({ applied, apply });
  useEffect(() => {
    // Whatever else was applied while this text waited stays applied.
    latest.current = { applied, apply };
  });
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null);
  if (shown !== applied) {
    setShown(applied);
    if (read(text) !== applied) setText(applied ?? '');
  }
  useEffect(
    () => () => {
      if (waiting.current) clearTimeout(waiting.current);
    },
    [],
  );
  const type = (typed: string, afterMs = pauseMs) => {
    setText(typed);
    if (waiting.current) clearTimeout(waiting.current);
    waiting.current = setTimeout(() => {
      const value = read(typed);
      if (value !== latest.current.applied) latest.current.apply(value);
    }, afterMs);
  };
  return { text, type };
}
