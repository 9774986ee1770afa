import { describe, expect, test } from 'vitest';
import { inBatches } from '#app/pipeline/in-batches.server.ts';

describe('calls in batches', () => {
  test('what comes while a batch is under way goes together in the next', async () => {
    const sizes: number[] = [];
    const double = inBatches(async (items: readonly number[]) => {
      sizes.push(items.length);
      await Promise.resolve();
      return items.map((item) => item * 2);
    }, 4);
    const answers = await Promise.all([1, 2, 3, 4, 5, 6, 7].map(double));
    expect(answers).toEqual([2, 4, 6, 8, 10, 12, 14]);
    expect(sizes).toEqual([1, 4, 2]);
  });

  test('a batch that fails fails its callers only', async () => {
    const work = inBatches((items: readonly number[]) => {
      if (items.includes(1)) return Promise.reject(new Error('no'));
      return Promise.resolve(items);
    }, 4);
    const settled = await Promise.allSettled([work(1), work(2)]);
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });
});
