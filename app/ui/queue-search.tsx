import { Icon, TextField } from '@shopify/polaris';
import { SearchIcon } from '@shopify/polaris-icons';
import { useEffect, useRef, useState } from 'react';
import { searchOf } from './queue-url.ts';
import { useWords } from './words-context.tsx';

const pauseMs = 400;

/** Searches when the typing pauses. What is being typed is never overwritten by an older address. */
export function QueueSearch({
  search,
  onSearch,
}: {
  readonly search: string | null;
  readonly onSearch: (search: string | null) => void;
}) {
  const { t } = useWords();
  const [text, setText] = useState(search ?? '');
  const [shown, setShown] = useState(search);
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null);
  if (shown !== search) {
    setShown(search);
    // The address changed by other means: a filter's tag, "back", "clear filters".
    if (searchOf(text) !== search) setText(search ?? '');
  }
  useEffect(
    () => () => {
      if (waiting.current) clearTimeout(waiting.current);
    },
    [],
  );
  const type = (typed: string, afterMs: number) => {
    setText(typed);
    if (waiting.current) clearTimeout(waiting.current);
    waiting.current = setTimeout(() => {
      if (searchOf(typed) !== search) onSearch(searchOf(typed));
    }, afterMs);
  };
  return (
    <TextField
      label={t('filter.search-order')}
      labelHidden
      placeholder={t('filter.search-order')}
      autoComplete="off"
      inputMode="search"
      maxLength={60}
      prefix={<Icon source={SearchIcon} />}
      value={text}
      onChange={(typed) => {
        type(typed, pauseMs);
      }}
      clearButton
      onClearButtonClick={() => {
        type('', 0);
      }}
    />
  );
}
