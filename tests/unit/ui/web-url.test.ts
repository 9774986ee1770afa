import { expect, test } from 'vitest';
import { webUrlOf } from '#app/ui/web-url.ts';

test.each([
  ['https://track.example/1?a=b', 'https://track.example/1?a=b'],
  ['http://track.example', 'http://track.example/'],
  ['javascript:alert(1)', null],
  [' javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['shopify:admin/orders', null],
  ['//track.example', null],
  ['track 17', null],
  ['', null],
  [null, null],
])('the tracking address %s becomes the link %s', (text, url) => {
  expect(webUrlOf(text)).toBe(url);
});
