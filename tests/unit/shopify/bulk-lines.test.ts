import { describe, expect, test } from 'vitest';
import { linesIn, treesIn, type BulkTree } from '#app/shopify/bulk-lines.ts';

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.length; at += size) {
    yield await Promise.resolve(bytes.subarray(at, at + size));
  }
}

async function treesOf(text: string, size: number, from = 0): Promise<readonly BulkTree[]> {
  const bytes = Buffer.from(text, 'utf8').subarray(from);
  const trees: BulkTree[] = [];
  for await (const tree of treesIn(linesIn(pieces(bytes, size), from))) trees.push(tree);
  return trees;
}

const file = [
  '{"id":"gid://shopify/Order/1","name":"№ 1 – 一"}',
  '{"id":"gid://shopify/LineItem/11","__parentId":"gid://shopify/Order/1"}',
  '{"id":"gid://shopify/LineItem/12","__parentId":"gid://shopify/Order/1"}',
  '{"id":"gid://shopify/Order/2"}',
  '{"id":"gid://shopify/Order/3"}',
  '{"id":"gid://shopify/Return/31","__parentId":"gid://shopify/Order/3"}',
]
  .map((line) => `${line}\n`)
  .join('');

describe('the result of a bulk operation', () => {
  test('is put together, whichever way its bytes come', async () => {
    const whole = await treesOf(file, file.length * 2);
    expect(whole.map(({ root, parts }) => [root.id, parts.length])).toEqual([
      ['gid://shopify/Order/1', 2],
      ['gid://shopify/Order/2', 0],
      ['gid://shopify/Order/3', 1],
    ]);
    expect(whole[0]?.root).toMatchObject({ name: '№ 1 – 一' });
    for (const size of [1, 2, 7, 64]) expect(await treesOf(file, size)).toEqual(whole);
  });

  test('goes on at the end of any tree', async () => {
    const whole = await treesOf(file, 50);
    expect(whole.at(-1)?.endsAt).toBe(Buffer.byteLength(file));
    for (const [place, { endsAt }] of whole.entries()) {
      expect(await treesOf(file, 9, endsAt)).toEqual(whole.slice(place + 1));
    }
  });

  test('needs no line feed at its end', async () => {
    const cut = file.slice(0, -1);
    expect((await treesOf(cut, 10)).map(({ root }) => root.id)).toHaveLength(3);
  });

  test('that begins with a part, or holds something else, is not read', async () => {
    const [, part] = file.split('\n');
    await expect(treesOf(`${part}\n`, 100)).rejects.toThrow('in the middle');
    await expect(treesOf('{"name":"no id"}\n', 100)).rejects.toThrow('no id');
  });
});
