/** A failure that is told in words: what went wrong and what to do. */
export class SetUpFailure extends Error {}

export function say(sentence) {
  process.stderr.write(`set-up: ${sentence}\n`);
}
