/** Numbers that look random and are the same in every run. */
export interface Random {
  /** 0 to below 1. */
  next(): number;
  chance(share: number): boolean;
  /** Around 0, most of them between -1 and 1. */
  normal(): number;
  /** Waiting times of something that may happen any day. */
  exponential(mean: number): number;
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
}

/** Mulberry32 (https://github.com/bryc/code/blob/master/jshash/PRNGs.md). */
export function randomFrom(seed: number): Random {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    chance: (share) => next() < share,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    exponential: (mean) => -Math.log(1 - next()) * mean,
    pick: (items) => items[Math.floor(next() * items.length)] ?? items[0],
  };
}
