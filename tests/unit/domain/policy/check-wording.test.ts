import { expect, test } from 'vitest';
import { wordingProblem } from '#app/domain/policy/check-wording.ts';

const takes = { variables: ['order', 'amount'], needed: ['amount'] };

test.each([
  [null, undefined],
  ['{{amount}}', undefined],
  ['You get {{ amount }}\n\tfor {{order}} {once} } {', undefined],
  ['<script>alert(1)</script> {{amount}} 🙂', undefined],
  ['', 'not-a-wording'],
  [' \n ', 'not-a-wording'],
  [7, 'not-a-wording'],
  [undefined, 'not-a-wording'],
  [`{{amount}}${'x'.repeat(1990)}`, undefined],
  [`{{amount}}${'x'.repeat(1991)}`, 'wording-too-long'],
  ['{{amount}}\u0000', 'not-plain-text'],
  ['{{amount}}\r\n', 'not-plain-text'],
  ['{{amount}}\ud83d', 'not-plain-text'],
  ['{{amount}} {{amuont}}', 'unknown-variable'],
  ['{{amount}} {{toString}}', 'unknown-variable'],
  ['{{amount}} {{', 'broken-variable'],
  ['{{amount}} {{an order}}', 'broken-variable'],
  ['{{{amount}}}', undefined],
  ['{{order}}', 'missing-variable'],
  ['no variable at all', 'missing-variable'],
])('of %j: %s', (text, code) => {
  expect(wordingProblem(text, takes)?.code).toBe(code);
});
