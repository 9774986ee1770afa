// @vitest-environment happy-dom
import { setUpExtension } from '@shopify/ui-extensions-tester';
import { describe, expect, test, vi } from 'vitest';
import type { SuggestionView } from '#app/ui/order-answer.ts';
import { answerWith, appThatAnswers, json } from './order-answers.ts';

const target = 'admin.order-details.block.render';
const orderId = 'gid://shopify/Order/1001';

/** The block on an order's page, before an app that answers so. */
async function shown(
  answers: Parameters<typeof appThatAnswers>[0],
  token: string | null = 'token',
) {
  const extension = setUpExtension(target, { configSearchDir: 'extensions/order-block' });
  const app = appThatAnswers(answers);
  extension.shopify.data = { selected: [{ id: orderId }] };
  extension.shopify.auth.idToken = () => Promise.resolve(token);
  extension.fetch = app.fetch;
  await extension.render();
  return {
    ...app,
    [Symbol.dispose]: () => {
      extension[Symbol.dispose]();
    },
    extension,
  };
}

const text = () => document.body.textContent;
const banners = () =>
  [...document.querySelectorAll('s-banner')].map((banner) => banner.getAttribute('heading'));
const button = (name: string) => {
  const found = [...document.querySelectorAll<HTMLElement>('s-button')].find(
    (each) => each.textContent === name,
  );
  if (!found) throw new Error(`no button ${name} in ${document.body.innerHTML}`);
  return found;
};
const withState = (state: SuggestionView['state'], changes: Partial<SuggestionView> = {}) =>
  answerWith({ state, can: 'look', editor: null, stateWords: state, ...changes });

describe('the block', () => {
  test('asks for the order with the token, in its own language, and shows why, how much and by when', async () => {
    using block = await shown({ '/extension/order': json(answerWith()) });
    await vi.waitFor(() => {
      button('refund');
    });
    const [asked] = block.asked;
    expect(asked?.token).toBe('Bearer token');
    expect(asked?.url.searchParams.get('order')).toBe(orderId);
    expect(asked?.url.searchParams.get('locale')).toBe('language');
    for (const words of ['Late dispatch', '$45.00', 'Open', 'Nothing shipped', 'No answer']) {
      expect(text()).toContain(words);
    }
    expect(document.querySelectorAll('s-list-item').length).toBe(3);
    expect(document.querySelector('s-link')?.getAttribute('href')).toBe(
      `app:suggestions/${answerWith().suggestion?.id ?? ''}`,
    );
  });

  test('says so where nothing is suggested', async () => {
    using block = await shown({ '/extension/order': json({ suggestion: null, said: null }) });
    await vi.waitFor(() => {
      expect(text()).toContain('none');
    });
    expect(document.querySelectorAll('s-button').length).toBe(0);
    expect(block.asked[0]?.token).toBe('Bearer token');
  });

  test.each([401, 403])('says who may not use the app (%i)', async (status) => {
    using block = await shown({ '/extension/order': json({}, status) });
    await vi.waitFor(() => {
      expect(banners()).toEqual(['no-permission']);
    });
    expect(block.asked[0]?.token).toBe('Bearer token');
  });

  test('asks nothing without a token', async () => {
    using block = await shown({ '/extension/order': json(answerWith()) }, null);
    await vi.waitFor(() => {
      expect(banners()).toEqual(['no-permission']);
    });
    expect(block.asked).toEqual([]);
  });

  test('says when the app cannot be reached, and asks again when it is told to', async () => {
    let isUp = false;
    const answer = () => {
      if (!isUp) throw new TypeError('no network');
      return Response.json(answerWith());
    };
    using block = await shown({ '/extension/order': answer });
    await vi.waitFor(() => {
      expect(banners()).toEqual(['no-connection']);
    });
    isUp = true;
    button('again').click();
    await vi.waitFor(() => {
      button('refund');
    });
    expect(block.asked[0]?.token).toBe('Bearer token');
  });

  test('refunds the version that was seen, counts the hold down, and undoes', async () => {
    using block = await shown({
      '/extension/order': json(answerWith()),
      '/decision': json(withState('approved', { secondsLeft: 10 })),
    });
    await vi.waitFor(() => {
      button('refund').click();
    });
    await vi.waitFor(() => {
      button('undo').click();
    });
    await vi.waitFor(() => {
      expect(block.asked.map(({ fields }) => fields['intent'])).toEqual([
        undefined,
        'refund',
        'undo',
      ]);
    });
    expect(block.asked[1]?.fields).toEqual({ intent: 'refund', version: '3' });
    expect(text()).toContain('hold');
  });

  test.each(['refunding', 'unknown'] as const)(
    'shows that money is on its way: %s',
    async (state) => {
      using block = await shown({ '/extension/order': json(withState(state)) });
      await vi.waitFor(() => {
        expect(document.querySelector('s-spinner')).not.toBeNull();
        expect(text()).toContain('refunding');
      });
      expect(document.querySelectorAll('s-button').length).toBe(0);
      expect(block.asked[0]?.token).toBe('Bearer token');
    },
  );

  test('shows what was done, with nothing to click', async () => {
    using block = await shown({ '/extension/order': json(withState('refunded')) });
    await vi.waitFor(() => {
      expect(text()).toContain('refunded');
    });
    expect(document.querySelectorAll('s-button').length).toBe(0);
    expect(block.asked[0]?.token).toBe('Bearer token');
  });

  test('leads to the app where questions have to be answered first', async () => {
    using block = await shown({
      '/extension/order': json(answerWith({ can: 'review', editor: null })),
    });
    await vi.waitFor(() => {
      expect(document.querySelector('s-link')?.textContent).toBe('review');
    });
    expect(document.querySelectorAll('s-button').length).toBe(0);
    expect(block.asked[0]?.token).toBe('Bearer token');
  });

  test('dismisses with a reason', async () => {
    using block = await shown({
      '/extension/order': json(answerWith()),
      '/decision': json(withState('dismissed')),
    });
    await vi.waitFor(() => {
      button('dismiss').click();
    });
    await vi.waitFor(() => {
      button('Not owed').click();
    });
    await vi.waitFor(() => {
      expect(text()).toContain('dismissed');
    });
    expect(block.asked[1]?.fields).toEqual({ intent: 'dismiss', version: '3', reason: 'not-owed' });
  });

  test('says why nothing was paid', async () => {
    const said = { tone: 'warning', title: 'Above a limit', text: 'Nothing was paid.' } as const;
    using block = await shown({
      '/extension/order': json(answerWith()),
      '/decision': json({ ...answerWith(), said }),
    });
    await vi.waitFor(() => {
      button('refund').click();
    });
    await vi.waitFor(() => {
      expect(banners()).toEqual(['Above a limit']);
    });
    button('refund');
    expect(block.asked[0]?.token).toBe('Bearer token');
  });

  test('reads how it stands when no answer came to a click', async () => {
    using block = await shown({
      '/extension/order': json(answerWith()),
      '/decision': json({}, 500),
    });
    await vi.waitFor(() => {
      button('refund').click();
    });
    await vi.waitFor(() => {
      expect(banners()).toEqual(['no-answer']);
    });
    await vi.waitFor(() => {
      expect(block.asked.map(({ url }) => url.pathname.split('/').at(-1))).toEqual([
        'order',
        'decision',
        'order',
      ]);
    });
  });
});
