/** A question to a buyer in his own language, with answers to pick from by intent; `other` for none of them. */
export interface BuyerQuestion {
  readonly question: string;
  readonly choices: Readonly<Record<string, string>>;
}

/** The questions by language (ISO 639-1); fetched when one is asked. */
export async function loadBuyerQuestions(): Promise<Readonly<Record<string, BuyerQuestion>>> {
  return (await import('./buyer-questions.json', { with: { type: 'json' } })).default;
}
