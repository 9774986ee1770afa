import type { Instant } from '../time.ts';

/** Days as people count them. Countries are ISO 3166-1 alpha-2; one that no calendar is known of has no holidays. */
export interface Calendar {
  /**
   * The instant `days` days after `start`, where the public holidays of any of the countries don't count: parcels
   * rest on them. Weekends count, as the thresholds of the field do. Make-up workdays are no holidays.
   */
  daysLater(start: Instant, days: number, countries: readonly string[]): Instant;
  /** The instant `days` working days of the country after `start`; weekends and holidays don't count, make-up workdays do. */
  workingDaysLater(start: Instant, days: number, country: string): Instant;
  /** The first instant of the next calendar day in that time zone (IANA name). */
  endOfDay(instant: Instant, timeZone: string): Instant;
}
