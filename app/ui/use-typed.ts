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
      if (read(typed) !== value) onChange(read(typed));
    }, afterMs);
  };
  return { text, type };
}

const pauseMs = 400;
