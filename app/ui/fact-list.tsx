import type { ReactNode } from 'react';
import styles from './fact-list.module.css';

export interface Fact {
  readonly name: ReactNode;
  readonly value: ReactNode;
}

/** Names and what they are, side by side. */
export function FactList({ facts }: { readonly facts: readonly (Fact | null)[] }) {
  return (
    <dl className={styles['facts']}>
      {facts.map(
        (fact, index) =>
          fact && (
            // Two lines of an order may have the same name.
            <div key={index}>
              <dt>{fact.name}</dt>
              <dd>{fact.value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
