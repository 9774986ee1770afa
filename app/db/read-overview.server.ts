import type { ShopDomain } from '../domain/ids.ts';
import { binsOf } from '../domain/overview/bins.ts';
import type { Overview } from '../domain/overview/figures.ts';
import type { Days } from '../domain/overview/period.ts';
import { spanOf } from '../domain/overview/zoned-days.ts';
import type { Instant } from '../domain/time.ts';
import type { Database } from './database.server.ts';
import { readAutomation } from './overview/automation.server.ts';
import { readCourse } from './overview/course.server.ts';
import { readDue } from './due.server.ts';
import { readAtStake, readPaid } from './overview/money.server.ts';
import { readGroundOutcomes, readOutcomes } from './overview/outcomes.server.ts';
import { readSources } from './overview/sources.server.ts';
import { countTroubledRefunds } from './read-health.server.ts';

/** What waits for the merchant now, and figures of these days. */
export async function readOverview(
  { prisma }: Database,
  shop: ShopDomain,
  about: { readonly days: Days; readonly timezone: string; readonly now: Instant },
): Promise<Overview> {
  const { days, timezone, now } = about;
  const span = spanOf(days, timezone);
  const bins = binsOf(days, timezone);
  const [due, troubledRefunds, atStake, paid, automation, outcomes, grounds, course, sources] =
    await Promise.all([
      readDue(prisma, shop, now),
      countTroubledRefunds(prisma, shop),
      readAtStake(prisma, shop),
      readPaid(prisma, shop, span),
      readAutomation(prisma, shop, span),
      readOutcomes(prisma, shop, span),
      readGroundOutcomes(prisma, shop, span),
      readCourse(prisma, shop, { bins, span }),
      readSources(prisma, shop, span),
    ]);
  return {
    ...{ due, troubledRefunds, atStake, paid, automation, outcomes },
    ...{ grounds, course, sources },
  };
}
