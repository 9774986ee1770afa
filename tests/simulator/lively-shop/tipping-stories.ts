import type { Story } from './story.ts';

const minute = 1 / 1440;

/**
 * Fine when the shop opens, and no longer fine some minutes later though nobody does anything: silence is news too.
 * One order for each of the minutes.
 */
export function tippingStories(minutes: readonly number[]): readonly Story[] {
  return minutes.flatMap((after): Story[] => [
    {
      name: `falls silent ${after} min from now`,
      times: 1,
      owed: 'soon',
      tell(t) {
        const lane = t.lanes.domestic();
        const lastSeenAgo = 7 - after * minute;
        return t.order(lane, 10, { parcels: [t.underWay(lane, 9, lastSeenAgo)] });
      },
    },
    {
      name: `misses its ship-by date ${after} min from now`,
      times: 1,
      owed: 'soon',
      // A day of grace after the date.
      tell: (t) => t.order(t.anyLane(), 6, { shipByAgo: 1 - after * minute }),
    },
  ]);
}
