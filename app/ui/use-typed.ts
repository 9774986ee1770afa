import { useEffect, useRef, useState } from 'react';

/**
 * A filter that is typed: it is set when the typing pauses. What is being typed is never overwritten by an
 * older address. `read` says which value a text is; null for none.
 */
export function useTyped({
  value,
  read,
  onChange,
}: {
  readonly value: string | null;
  readonly read: (text: string) => string | null;
  readonly onChange: (value: string | null) => void;
}) {
  const [text, setText] = useState(value ?? '');
  const [shown, setShown] = useState(value);
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null);
  if (shown !== value) {
    setShown(value);
    // The address changed by other means: a filter's tag, "back", "clear filters".
    if (read(text) !== value) setText(value ?? '');
  }
  // What is typed is set where the page is by then, not where it was at the key.
  const latest = useRef({ value, onChange });
  useEffect(() => {
    latest.current = { value, onChange };
  }, [value, onChange]);
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
      const now = latest.current;
      if (read(typed) !== now.value) now.onChange(read(typed));
    }, afterMs);
  };
  return { text, type };
}

/** Short enough that the answer still follows the typing. */
const pauseMs = 250;
