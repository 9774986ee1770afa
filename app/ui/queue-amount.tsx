import { TextField } from '@shopify/polaris';
import type { Decimal } from '../domain/money.ts';
import type { QueueQuery } from '../domain/queue.ts';
import { amountOf } from './queue-url.ts';
import { useTyped } from './use-typed.ts';
import { useWords } from './words-context.tsx';

/** The bounds of the amount. They are of one currency: the chosen one, or the only one that there is. */
export function QueueAmount({
  query,
  currencies,
  onChange,
}: {
  readonly query: QueueQuery;
  readonly currencies: readonly string[];
  readonly onChange: (changes: Partial<QueueQuery>) => void;
}) {
  const currency = query.currency ?? (currencies.length === 1 ? (currencies[0] ?? null) : null);
  return (['from', 'to'] as const).map((bound) => (
    <Bound
      // Bounds of another currency are none of this one: what was typed goes with it.
      key={`${bound} ${currency}`}
      bound={bound}
      amount={query[bound]}
      currency={currency}
      onChange={(amount) => {
        onChange({ currency, [bound]: amount });
      }}
    />
  ));
}

function Bound({
  bound,
  amount,
  currency,
  onChange,
}: {
  readonly bound: 'from' | 'to';
  readonly amount: Decimal | null;
  readonly currency: string | null;
  readonly onChange: (amount: Decimal | null) => void;
}) {
  const { t } = useWords();
  const read = (text: string) => amountOf(text, currency);
  const { text, type } = useTyped({
    value: amount,
    read,
    onChange: (value) => {
      onChange(value === null ? null : read(value));
    },
  });
  const isWrong = currency !== null && text.trim() !== '' && read(text) === null;
  return (
    <TextField
      label={t(`filter.${bound}`)}
      autoComplete="off"
      inputMode="decimal"
      maxLength={16}
      disabled={currency === null}
      value={text}
      onChange={(typed) => {
        type(typed);
      }}
      {...(currency === null ? { helpText: t('filter.currency-first') } : { suffix: currency })}
      {...(isWrong ? { error: t('filter.wrong-amount') } : {})}
    />
  );
}
