import type { OrderAnswer, SuggestionView } from '#app/ui/order-answer.ts';

/** What the app answers about an order, with changes. */
export function answerWith(changes: Partial<SuggestionView> = {}): OrderAnswer {
  return {
    said: null,
    suggestion: {
      id: '00000000-0000-4000-8000-000000000001',
      version: 3,
      orderName: '#1001',
      state: 'open',
      stateWords: 'Open',
      ground: 'Late dispatch',
      responsible: 'Seller',
      evidence: ['Nothing shipped', 'Twelve days passed', 'No answer'],
      amount: '$45.00',
      clocks: [{ label: 'By law', when: 'in 3 days', isPast: false }],
      can: 'decide',
      isFree: false,
      secondsLeft: null,
      dismissReasons: [{ code: 'not-owed', words: 'Not owed' }],
      editor: {
        currency: 'USD',
        choice: {
          lines: [{ lineItemId: 'gid://shopify/LineItem/1', quantity: 2 }],
          ...{ shipping: '5.00', duties: false, goodwill: '', method: 'original' },
          ...{ buyerAgreed: false, restock: false, cancels: false, notify: true, note: '' },
        },
        lines: [{ lineItemId: 'gid://shopify/LineItem/1', title: 'Mug', most: 2 }],
      },
      ...changes,
    },
  };
}

interface AskedRequest {
  readonly url: URL;
  readonly fields: Readonly<Record<string, string>>;
  readonly token: string | null;
}

/** Answers what an extension asks, by the end of the path; keeps what was asked. */
export function appThatAnswers(answers: Readonly<Record<string, () => Response>>) {
  const asked: AskedRequest[] = [];
  const fetch = (input: unknown, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(String(input), 'https://app.test');
    asked.push({
      url,
      fields: Object.fromEntries(new URLSearchParams(init.body as URLSearchParams | undefined)),
      token: new Headers(init.headers).get('Authorization'),
    });
    const answer = Object.entries(answers).find(([end]) => url.pathname.endsWith(end))?.[1];
    if (!answer) throw new TypeError(`nothing answers ${url.pathname}`);
    return Promise.resolve(answer());
  };
  return { asked, fetch };
}

export const json =
  (body: unknown, status = 200) =>
  () =>
    Response.json(body, { status });
