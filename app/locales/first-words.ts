/**
 * The parts of the words' files that the queue speaks with, and what stands around every page. The build makes a file of its own
 * of them, which is all that the queue has to wait for; the other pages' words are three times as much.
 */
export const firstWords: readonly string[] = [
  ...['app', 'nav', 'loading', 'error', 'connection', 'unknown-code'],
  ...['queue', 'tab', 'tab-count-above', 'filter', 'sort', 'views', 'keys', 'column', 'paging'],
  ...['empty', 'bulk', 'deliveries', 'news'],
  ...['scenario', 'ground', 'test-order', 'evidence', 'evidence-separator', 'change', 'act-by'],
  ...['recommended', 'party', 'state', 'due', 'confidence', 'withdrawn', 'woken', 'automatic'],
  ...['action', 'outcome', 'hold', 'snooze', 'dismiss', 'dismiss-reason', 'limit'],
  ...['not-refundable', 'choice-problem'],
  // What the parameters of evidence are called.
  ...[
    'scan-kind',
    'scan-status',
    'scan-cause',
    'leg',
    'reason',
    'intent',
    'report-problem',
    'telling-source',
  ],
  ...['carrier-answer', 'dispute-reason'],
];
