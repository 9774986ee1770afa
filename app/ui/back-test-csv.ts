import { cameOutAs, type TestedOrder } from '../domain/backtest/back-test.ts';
import { codeWords } from './code-words.ts';
import { plainInstant } from './format.ts';
import type { Words } from './words.ts';

const columns = [
  ...['order', 'placed', 'value', 'currency', 'came', 'suggested', 'ground', 'amount'],
  ...['probability', 'break-even'],
];

export function testedCsvHeads({ t }: Words): readonly string[] {
  return columns.map((column) => t(`back-test.column.${column}`));
}

/** Plain numbers and instants, as spreadsheets read them. */
export function testedCsvCells(order: TestedOrder, words: Words): readonly string[] {
  const { orderName, placedAt, value, act, seenBy } = order;
  const ground = act?.ground ?? seenBy;
  return [
    orderName,
    plainInstant(placedAt, words),
    value.amount,
    value.currencyCode,
    words.t(`back-test.came.${cameOutAs(order)}`),
    act ? plainInstant(act.at, words) : '',
    ground ? codeWords('ground', ground, words) : '',
    act ? act.amount.amount : '',
    act ? act.probability.toFixed(3) : '',
    act?.breakEven?.toFixed(3) ?? '',
  ];
}
