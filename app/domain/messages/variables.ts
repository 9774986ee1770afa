const variable = /\{\{\s*([^{}\s]{1,40})\s*\}\}/g;

/** What a text is to be filled with. */
export type Fillings = Readonly<Record<string, string>>;

/** A variable as it is written. */
export function written(name: string): string {
  return `{{${name}}}`;
}

/** The names of the variables in a text, each once. */
export function variablesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(variable)].map(([, name = '']) => name))];
}

/** The text without its variables. */
export function withoutVariables(text: string): string {
  return text.replace(variable, '');
}

/** The text with its variables filled in, each once: what they are filled with is never read for others. */
export function fillIn(text: string, fillings: Fillings): string {
  return text.replace(
    variable,
    (whole, name: string) => (Object.hasOwn(fillings, name) ? fillings[name] : undefined) ?? whole,
  );
}

/** Fills variables with themselves: makes one of our own texts a text to be reworded. */
export function leftOpen(names: readonly string[]): Fillings {
  return Object.fromEntries(names.map((name) => [name, written(name)]));
}
