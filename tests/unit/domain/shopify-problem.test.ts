import { expect, test } from 'vitest';
import { problemCodeOf, problemCodes } from '#app/domain/shopify-problem.ts';
import { languages } from '#app/locales/load-words.ts';
import { problemWords } from '#app/ui/audit-words.ts';
import { wordsIn } from '#tests/support/words.ts';

/** Recorded at Shopify, or in its schema. */
const sentences: readonly (readonly [sentence: string, code: string])[] = [
  ['Order does not exist', 'order-gone'],
  ['Refund amount $25.00 is greater than net payment received $15.00', 'above-net-payment'],
  ['Quantity cannot refund more items than were purchased', 'too-many-items'],
  ['Kind authorization is not a valid transaction', 'only-held'],
  ['Transactions require a parent_id associated with the order', 'payment-unknown'],
  [
    'INVALID_VARIABLE: Variable $input of type RefundInput! was provided invalid value',
    'request-refused',
  ],
  [
    'BAD_REQUEST: The @idempotent directive is required for this mutation but was not provided.',
    'request-refused',
  ],
  [
    'IDEMPOTENCY_CONCURRENT_REQUEST: This request is currently in progress, please try again.',
    'in-progress',
  ],
  ['The same idempotency key cannot be used with different operation parameters.', 'key-mismatch'],
  ['The previous attempt failed. Retry with a new idempotency key.', 'try-again'],
  ['Cannot cancel an order that has already been canceled', 'already-cancelled'],
  ['Cannot cancel an order that has returns', 'has-returns'],
  ['Staff note is too long (maximum is 255 characters)', 'request-refused'],
  ['Only one of the arguments `refund` or `refund_method` is allowed.', 'request-refused'],
  ['Return not found.', 'return-gone'],
  ['The input array size of 251 is greater than the maximum allowed of 250.', 'too-many-lines'],
  ['NO_REFUND_PERMISSION', 'no-access'],
  ['NO_REFUND_TO_STORE_CREDIT_PERMISSION', 'no-access'],
  ['STORE_CREDIT_REFUND_B2B_NOT_SUPPORTED', 'credit-not-for-companies'],
  ['STORE_CREDIT_REFUND_EXPIRATION_IN_PAST', 'credit-expired'],
  ['STORE_CREDIT_REFUND_MISSING_CUSTOMER', 'no-customer'],
  ['HTTP 503 Service Unavailable', 'no-answer'],
  ['The operation was aborted due to timeout', 'no-answer'],
  ['THROTTLED', 'throttled'],
];

test.each(sentences)('%s', (sentence, code) => {
  expect(problemCodeOf(sentence)).toBe(code);
});

test.each(languages)('every one of them is told in %s with what to do next', (language) => {
  const words = wordsIn(language);
  const missing = problemCodes.filter((code) => !words.has(`problem.${code}`));
  expect(missing).toEqual([]);
  for (const [sentence, code] of sentences) {
    expect(problemWords(sentence, words)).toBe(words.t(`problem.${code}`));
  }
});

test('a sentence that is not known is shown as it came', () => {
  expect(problemCodeOf('The moon is in the wrong house')).toBeNull();
  expect(problemWords('The moon is in the wrong house', wordsIn('en'))).toBe(
    'The moon is in the wrong house',
  );
});
