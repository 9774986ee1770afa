import { expect, test } from 'vitest';
import { isBulkTab } from '#app/domain/bulk.ts';
import { queueTabs } from '#app/domain/queue.ts';

test('what was put off, is under way or done is not paid many at a time', () => {
  expect(queueTabs.filter(isBulkTab)).toEqual(['to-decide', 'waiting']);
});
