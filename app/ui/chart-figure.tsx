import { Card, Text } from '@shopify/polaris';
import { useId, type ReactNode } from 'react';
import { FiguresTable } from './figures-table.tsx';
import { useWords } from './words-context.tsx';
import styles from './chart.module.css';

/** A drawing of figures under its name and what it shows, and the figures themselves to unfold. */
export function ChartFigure({
  title,
  finding,
  heads,
  rows,
  children,
}: {
  readonly title: string;
  /** What somebody sees who looks at the drawing. */
  readonly finding: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly children: ReactNode;
}) {
  const { t } = useWords();
  return (
    <Card>
      <figure className={styles['figure']}>
        <figcaption>
          <Text as="h2" variant="headingSm">
            {title}
          </Text>
          <Text as="p">{finding}</Text>
        </figcaption>
        {children}
        <details>
          <summary>{t('overview.chart.figures')}</summary>
          <FiguresTable caption={title} heads={heads} rows={rows} />
        </details>
      </figure>
    </Card>
  );
}

/**
 * A drawing for much room and one for little, of which one is seen: letters that shrank with the drawing could not be read,
 * and nothing is measured in the browser.
 */
export function Drawing({
  label,
  height,
  draw,
}: {
  /** What it shows, for whoever cannot see it. */
  readonly label: string;
  /** In the units that `draw` draws in. */
  readonly height: number;
  readonly draw: (width: number, id: string) => ReactNode;
}) {
  const id = useId().replaceAll(':', '');
  return (
    <div className={styles['around']}>
      {(['narrow', 'wide'] as const).map((room) => (
        <svg
          key={room}
          role="img"
          aria-label={label}
          viewBox={`0 0 ${widths[room]} ${height}`}
          className={styles[room]}
        >
          {draw(widths[room], `${id}-${room}`)}
        </svg>
      ))}
    </div>
  );
}

const widths = { narrow: 310, wide: 880 };
