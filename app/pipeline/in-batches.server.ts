/**
 * Turns one-by-one calls into batches: what is asked for while a batch is under way goes together in the
 * next. `work` answers for each item, in order; when it throws, every caller of that batch gets the error.
 */
export function inBatches<Item, Answer>(
  work: (items: readonly Item[]) => Promise<readonly Answer[]>,
  atMost: number,
): (item: Item) => Promise<Answer> {
  let waiting: { item: Item; settle: (answer: Answer) => void; fail: (error: unknown) => void }[] =
    [];
  let busy = false;

  async function drain(): Promise<void> {
    busy = true;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, atMost);
      waiting = waiting.slice(atMost);
      try {
        const answers = await work(batch.map(({ item }) => item));
        batch.forEach(({ settle, fail }, index) => {
          const answer = answers[index];
          if (answer === undefined) fail(new Error('a batch gave no answer for one of its items'));
          else settle(answer);
        });
      } catch (error) {
        for (const { fail } of batch) fail(error);
      }
    }
    busy = false;
  }

  return (item) =>
    new Promise((settle, fail) => {
      waiting.push({ item, settle, fail });
      if (!busy) void drain();
    });
}
