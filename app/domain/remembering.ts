const mostRemembered = 5000;
/** Longer texts hardly come twice. */
const longestRemembered = 300;

/** The same function, which answers what it was asked before without thinking again. */
export function remembering<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const remembered = known.get(text);
    if (remembered !== undefined) return remembered;
    const answered = answer(text);
    if (text.length > longestRemembered) return answered;
    if (known.size >= mostRemembered) known.clear();
    known.set(text, answered);
    return answered;
  };
}
