/** Tracking addresses are typed by whoever ships: only those of the web become links. */
export function webUrlOf(text: string | null): string | null {
  if (text === null || !URL.canParse(text)) return null;
  const { protocol, href } = new URL(text);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}
