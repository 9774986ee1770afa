// @vitest-environment happy-dom
import { setUpExtension } from '@shopify/ui-extensions-tester';
import { describe, expect, test, vi } from 'vitest';
import type { PriceView } from '#app/ui/order-answer.ts';
import { answerWith, appThatAnswers, json } from './order-answers.ts';

const target = 'admin.order-details.action.render';
const priced = (amount: string): PriceView => ({
  outcome: 'priced',
  amount: { amount, currencyCode: 'USD' } as Extract<PriceView, { outcome: 'priced' }>['amount'],
  words: `$${amount}`,
});

/** The action on an order's page, before an app that answers so. */
async function shown(answers: Parameters<typeof appThatAnswers>[0]) {
  const extension = setUpExtension(target, { configSearchDir: 'extensions/order-action' });
  const app = appThatAnswers(answers);
  const close = vi.fn();
  extension.shopify.data = { selected: [{ id: 'gid://shopify/Order/1001' }] };
  extension.shopify.auth.idToken = () => Promise.resolve('token');
  extension.shopify.close = close;
  extension.fetch = app.fetch;
  await extension.render();
  return {
    ...app,
    close,
    [Symbol.dispose]: () => {
      extension[Symbol.dispose]();
    },
  };
}

const primary = () => {
  const button = document.querySelector<HTMLElement & { disabled?: boolean }>(
    's-button[slot="primary-action"]',
  );
  if (!button) throw new Error('no primary action');
  return button;
};

/** Types as the admin's field does: its value, then what it tells. */
function type(label: string, value: string): void {
  const field = [...document.querySelectorAll<HTMLElement>('s-text-field, s-number-field')].find(
    (each) => each.getAttribute('label') === label,
  );
  if (!field) throw new Error(`no field ${label} in ${document.body.innerHTML}`);
  Object.assign(field, { value });
  field.dispatchEvent(new Event('change'));
}

describe('the action', () => {
  test('pays what is suggested as it is, where nothing was changed', async () => {
    using action = await shown({
      '/extension/order': json(answerWith()),
      '/decision': json(answerWith({ state: 'approved', can: 'look', editor: null })),
    });
    await vi.waitFor(() => {
      expect(primary().textContent).toBe('refund');
    });
    primary().click();
    await vi.waitFor(() => {
      expect(action.asked.at(-1)?.fields).toEqual({ intent: 'refund', version: '3' });
    });
  });

  test('begins with what is suggested, prices each change, and pays the sum that was seen', async () => {
    using action = await shown({
      '/extension/order': json(answerWith()),
      '/price': json(priced('20.00')),
      '/decision': json(
        answerWith({ state: 'approved', can: 'look', editor: null, secondsLeft: 9 }),
      ),
    });
    await vi.waitFor(() => {
      expect(document.querySelectorAll('s-number-field').length).toBe(1);
      expect(primary().textContent).toBe('refund');
    });
    type('quantity', '1');
    await vi.waitFor(() => {
      expect(action.asked.filter(({ fields }) => 'choice' in fields).length).toBe(1);
    });
    const choice = JSON.parse(action.asked.at(-1)?.fields['choice'] ?? '') as unknown;
    expect(choice).toMatchObject({ lines: [{ quantity: 1 }], shipping: '5.00', goodwill: '' });
    await vi.waitFor(() => {
      expect(primary().textContent).toBe('refund');
    });
    primary().click();
    await vi.waitFor(() => {
      expect(action.asked.at(-1)?.fields['intent']).toBe('refund');
    });
    const { chosen, version } = action.asked.at(-1)?.fields ?? {};
    expect(version).toBe('3');
    expect(JSON.parse(chosen ?? '')).toEqual({
      choice,
      amount: { amount: '20.00', currencyCode: 'USD' },
    });
    await vi.waitFor(() => {
      expect(document.body.textContent).toContain('hold');
      expect(document.body.textContent).toContain('undo');
    });
  });

  test('says why a choice cannot be paid, and pays nothing', async () => {
    using action = await shown({
      '/extension/order': json(answerWith()),
      '/price': json({ outcome: 'refused', words: 'More than the shipping' }),
    });
    await vi.waitFor(() => {
      expect(document.querySelectorAll('s-number-field').length).toBe(1);
    });
    type('shipping', '500');
    await vi.waitFor(() => {
      const headings = [...document.querySelectorAll('s-banner')].map((banner) =>
        banner.getAttribute('heading'),
      );
      expect(headings).toEqual(['More than the shipping']);
    });
    primary().click();
    expect(action.asked.some(({ fields }) => 'intent' in fields)).toBe(false);
  });

  test('has nothing to pay where nothing is suggested, and closes', async () => {
    using action = await shown({ '/extension/order': json({ suggestion: null, said: null }) });
    await vi.waitFor(() => {
      expect(document.body.textContent).toContain('none');
    });
    primary().click();
    document.querySelector<HTMLElement>('s-button[slot="secondary-actions"]')?.click();
    expect(action.close).toHaveBeenCalledOnce();
    expect(action.asked.length).toBe(1);
  });

  test('says who may not use the app', async () => {
    using action = await shown({ '/extension/order': json({}, 403) });
    await vi.waitFor(() => {
      expect(document.querySelector('s-banner')?.getAttribute('heading')).toBe('no-permission');
    });
    expect(action.asked[0]?.token).toBe('Bearer token');
  });
});
