import { median } from '../bench-web/median.ts';
import type { Round } from './rounds.ts';

/** The rounds, and their medians. */
export function tellRounds(rounds: readonly Round[]): string {
  const of = (figure: (round: Round) => number) => median(rounds.map(figure));
  const [first] = rounds;
  const ratio = ({ seconds, bareSeconds }: Round) => seconds / bareSeconds;
  return [
    `${first?.orders ?? 0} orders, ${first?.looks ?? 0} looks, ${first?.suggested ?? 0} suggested`,
    ...rounds.map(
      (round, place) =>
        `round ${place + 1}: ${line(round.seconds, round.bareSeconds, ratio(round), round.memory)}`,
    ),
    `median:  ${line(
      of(({ seconds }) => seconds),
      of(({ bareSeconds }) => bareSeconds),
      of(ratio),
      {
        first: of(({ memory }) => memory.first),
        last: of(({ memory }) => memory.last),
        most: of(({ memory }) => memory.most),
      },
    )}`,
  ].join('\n');
}

function line(seconds: number, bare: number, ratio: number, memory: Round['memory']): string {
  const { first, last, most } = memory;
  return `${seconds.toFixed(1)} s, bare assess ${bare.toFixed(1)} s, ratio ${ratio.toFixed(2)}; memory ${first.toFixed(0)} MB at first, ${last.toFixed(0)} MB at last, ${most.toFixed(0)} MB at most`;
}
