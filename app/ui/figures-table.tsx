import type { ReactNode } from 'react';
import styles from './figures-table.module.css';

/** Rows of figures under their names; the first cell of a row says what it is about. */
export function FiguresTable({
  caption,
  heads,
  rows,
  stacks = false,
}: {
  /** Said, not seen: a heading stands above. */
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly ReactNode[])[];
  /** Where there is little room, each row becomes a list of its own. */
  readonly stacks?: boolean;
}) {
  const className = [styles['table'], ...(stacks ? [styles['stacks']] : [])].join(' ');
  return (
    <div className={styles['around']}>
      <table className={className}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells], index) => (
            <tr key={index}>
              <th scope="row">{name}</th>
              {cells.map((cell, column) => (
                <td key={column} data-label={heads[column + 1]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
