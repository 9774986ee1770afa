import styles from './chart.module.css';

/** Stripes, so that two kinds of bars differ without their colours. */
export function Hatch({ id }: { readonly id: string }) {
  return (
    <pattern
      id={id}
      width={5}
      height={5}
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect width={5} height={5} className={styles['hatchGround']} />
      <rect width={2.5} height={5} className={styles['hatch']} />
    </pattern>
  );
}

/** The sign of a kind of bars beside its name. */
export function Swatch({ hatchId }: { readonly hatchId: string | null }) {
  return (
    <svg viewBox="0 0 14 14" aria-hidden="true">
      {hatchId === null ? (
        <rect width={14} height={14} className={styles['first']} />
      ) : (
        <>
          <Hatch id={hatchId} />
          <rect
            x={0.5}
            y={0.5}
            width={13}
            height={13}
            fill={`url(#${hatchId})`}
            className={styles['second']}
          />
        </>
      )}
    </svg>
  );
}
