/**
 * What Shopify's sentences about a refund mean (`problem.<code>` in the locale files). They carry no codes of their own, so the
 * wording is what there is; recorded ones are in the tests. Null for a sentence that is not known: it is shown as it came.
 */
const meanings: readonly (readonly [pattern: RegExp, code: string])[] = [
  [/order does not exist|^order-gone$/i, 'order-gone'],
  [/greater than net payment received/i, 'above-net-payment'],
  [/more items than were purchased|processable quantity/i, 'too-many-items'],
  [/is not a valid transaction/i, 'only-held'],
  [/require a parent_id associated with the order/i, 'payment-unknown'],
  [/currently in progress|IDEMPOTENCY_CONCURRENT_REQUEST/i, 'in-progress'],
  [/different operation parameters|PARAMETER_MISMATCH/i, 'key-mismatch'],
  [/new idempotency key|PREVIOUS_ATTEMPT_FAILED/i, 'try-again'],
  [/already been cancell?ed/i, 'already-cancelled'],
  [/cancel an order that has returns/i, 'has-returns'],
  [/cancel an order that has fulfillments/i, 'has-left'],
  [/return not found/i, 'return-gone'],
  [/return is not (open|in a requested state)/i, 'return-changed'],
  [/must have a customer|STORE_CREDIT_REFUND_MISSING_CUSTOMER/i, 'no-customer'],
  [/STORE_CREDIT_REFUND_EXPIRATION_IN_PAST/i, 'credit-expired'],
  [/STORE_CREDIT_REFUND_B2B_NOT_SUPPORTED/i, 'credit-not-for-companies'],
  [/NO_REFUND(_TO_STORE_CREDIT)?_PERMISSION|ACCESS_DENIED|access denied|HTTP 40[13]/i, 'no-access'],
  [/MAX_INPUT_SIZE_EXCEEDED|array size of \d+ is greater/i, 'too-many-lines'],
  [
    /INVALID_VARIABLE|BAD_REQUEST|staff note is too long|only one of the arguments|@idempotent directive/i,
    'request-refused',
  ],
  [/THROTTLED|HTTP 429/i, 'throttled'],
  [/HTTP 5\d\d|time-?out|timed out|aborted|ECONN|socket|fetch failed|no message/i, 'no-answer'],
];

export function problemCodeOf(sentence: string): string | null {
  return meanings.find(([pattern]) => pattern.test(sentence))?.[1] ?? null;
}

/** Every code there is. */
export const problemCodes: readonly string[] = [...new Set(meanings.map(([, code]) => code))];
