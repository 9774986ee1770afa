import { Icon, TextField } from '@shopify/polaris';
import { SearchIcon } from '@shopify/polaris-icons';
import { searchOf } from './queue-url.ts';
import { useTyped } from './use-typed.ts';
import { useWords } from './words-context.tsx';

/** Searches for an order when the typing pauses. */
export function QueueSearch({
  search,
  onSearch,
}: {
  readonly search: string | null;
  readonly onSearch: (search: string | null) => void;
}) {
  const { t } = useWords();
  const { text, type } = useTyped({ value: search, read: searchOf, onChange: onSearch });
  return (
    <div data-search>
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
          type(typed);
        }}
        clearButton
        onClearButtonClick={() => {
          type('', 0);
        }}
      />
    </div>
  );
}
