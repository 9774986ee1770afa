/** For how long a suggestion is put off; days are counted on the shop's calendar. */
export const snoozeDays = { tomorrow: 1, 'three-days': 3, week: 7 } as const;

/** What the merchant chooses from; `date` is a day of his own. */
export const snoozeChoices = ['tomorrow', 'three-days', 'week', 'date'] as const;
export type SnoozeChoice = (typeof snoozeChoices)[number];

/** On its day a suggestion is back in the morning, on the shop's clock on the wall. */
export const wakingTime = '08:00';

export const mostSnoozeDays = 365;
