import { useCallback, useEffect, useState } from 'preact/hooks';
import type { OrderAnswer, SaidView, SuggestionView } from '../../app/ui/order-answer.ts';
import { askApp, type Asked, type Host } from './ask-app.ts';

/** What is known of the order's suggestion. */
export type OrderState =
  | { readonly state: 'loading' }
  | { readonly state: 'no-permission' }
  | { readonly state: 'no-connection' }
  | { readonly state: 'none' }
  | { readonly state: 'shown'; readonly suggestion: SuggestionView };

export type Intent = 'refund' | 'undo' | 'dismiss';

/** What was asked for is what stands on the screen. */
export type Decide = (intent: Intent, fields?: Readonly<Record<string, string>>) => Promise<void>;

/** Money is on its way: what became of it is looked for so often. */
const lookAgainMs = 2000;

/** The order's suggestion, read again while it is being paid, and the decisions on it. */
export function useOrder(host: Host, orderId: string | null) {
  const [order, setOrder] = useState<OrderState>({ state: orderId === null ? 'none' : 'loading' });
  const [said, setSaid] = useState<SaidView | 'no-answer' | null>(null);
  const [asking, setAsking] = useState<Intent | null>(null);

  const read = useCallback(async () => {
    if (orderId === null) return;
    const path = '/extension/order';
    const asked = await askApp<OrderAnswer>(host, path, { order: orderId }, 'GET');
    // What stands on the screen is better than nothing, while it is on its way.
    setOrder((before) =>
      asked.outcome === 'no-answer' && before.state === 'shown' ? before : stateOf(asked),
    );
  }, [host, orderId]);
  useEffect(() => {
    void read();
  }, [read]);

  const isPaying = order.state === 'shown' && isUnderWay(order.suggestion);
  useEffect(() => {
    if (!isPaying || asking !== null) return;
    const timer = setInterval(() => void read(), lookAgainMs);
    return () => {
      clearInterval(timer);
    };
  }, [isPaying, asking, read]);

  const decide: Decide = async (intent, fields = {}) => {
    if (order.state !== 'shown' || asking !== null) return;
    const { id, version } = order.suggestion;
    setAsking(intent);
    setSaid(null);
    const asked = await askApp<OrderAnswer>(host, `/extension/suggestions/${id}/decision`, {
      intent,
      version: String(version),
      ...fields,
    });
    setAsking(null);
    if (asked.outcome === 'no-answer') {
      setSaid('no-answer');
      await read();
      return;
    }
    setOrder(stateOf(asked));
    if (asked.outcome === 'answered') setSaid(asked.answer.said);
  };
  const readAgain = () => {
    setOrder({ state: 'loading' });
    void read();
  };
  return { order, said, asking, decide, readAgain };
}

function stateOf(asked: Asked<OrderAnswer>): OrderState {
  switch (asked.outcome) {
    case 'no-permission':
      return { state: 'no-permission' };
    case 'no-answer':
      return { state: 'no-connection' };
    case 'answered': {
      const { suggestion } = asked.answer;
      return suggestion ? { state: 'shown', suggestion } : { state: 'none' };
    }
  }
}

function isUnderWay({ state }: SuggestionView): boolean {
  return state === 'approved' || state === 'refunding' || state === 'unknown';
}
