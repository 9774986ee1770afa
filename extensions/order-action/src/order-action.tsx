import '@shopify/ui-extensions/preact';
import type { Api } from '@shopify/ui-extensions/admin.order-details.action.render';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { EditorView, PriceView, SuggestionView } from '../../../app/ui/order-answer.ts';
import { askApp } from '../../shared/ask-app.ts';
import { useOrder } from '../../shared/use-order.ts';
import { useSeconds } from '../../shared/use-seconds.ts';

declare const shopify: Api;

const t = (key: string, params?: Readonly<Record<string, string | number>>): string =>
  shopify.i18n.translate(key, params);

type Choice = EditorView['choice'];

/** Whoever is still typing is not asked about yet. */
const pauseMs = 300;

export default function extension(): void {
  render(<OrderAction />, document.body);
}

function OrderAction() {
  const orderId = shopify.data.selected[0]?.id ?? null;
  const { order, said, asking, decide } = useOrder(shopify, orderId);
  const suggestion = order.state === 'shown' ? order.suggestion : null;
  const [edited, setEdited] = useState<Choice | null>(null);
  const editor = suggestion?.editor ?? null;
  const choice = editor && (edited ?? editor.choice);
  const price = usePrice(suggestion?.id ?? null, edited);
  // As long as nothing is changed it is paid as it is suggested, with all that belongs to it.
  const suggested = editor && !edited ? (suggestion?.amount ?? null) : null;
  const amount = price?.outcome === 'priced' ? price.words : suggested;
  return (
    <s-admin-action heading={t('heading')} loading={order.state === 'loading'}>
      <s-button
        slot="primary-action"
        variant="primary"
        disabled={amount === null || asking !== null}
        loading={asking === 'refund'}
        onClick={() => {
          if (suggested !== null) void decide('refund');
          if (price?.outcome !== 'priced') return;
          const chosen = JSON.stringify({ choice, amount: price.amount });
          void decide('refund', { chosen });
        }}
      >
        {amount === null ? t('refund-unpriced') : t('refund', { amount })}
      </s-button>
      <s-button
        slot="secondary-actions"
        onClick={() => {
          shopify.close();
        }}
      >
        {t('close')}
      </s-button>
      <s-stack gap="base">
        {said !== null && (
          <s-banner
            tone={said === 'no-answer' ? 'critical' : said.tone}
            heading={said === 'no-answer' ? t('no-answer') : said.title}
          >
            {said === 'no-answer' ? t('no-answer-help') : said.text}
          </s-banner>
        )}
        {order.state === 'none' && <s-text color="subdued">{t('none')}</s-text>}
        {order.state === 'no-permission' && (
          <s-banner tone="warning" heading={t('no-permission')} />
        )}
        {order.state === 'no-connection' && (
          <s-banner tone="critical" heading={t('no-connection')} />
        )}
        {suggestion && !editor && (
          <Standing
            suggestion={suggestion}
            isUndoing={asking === 'undo'}
            undo={() => void decide('undo')}
          />
        )}
        {suggestion && editor && choice && (
          <Editor
            ground={suggestion.ground}
            editor={editor}
            choice={choice}
            change={(changes) => {
              setEdited({ ...choice, ...changes });
            }}
          />
        )}
        {price?.outcome === 'refused' && <s-banner tone="warning" heading={price.words} />}
      </s-stack>
    </s-admin-action>
  );
}

/** What the choice comes to; null while it is asked, and where nothing was chosen. */
function usePrice(id: string | null, choice: Choice | null): PriceView | null {
  const [priced, setPriced] = useState<{ readonly of: string; readonly price: PriceView } | null>(
    null,
  );
  const of = id !== null && choice !== null ? JSON.stringify(choice) : null;
  useEffect(() => {
    if (id === null || of === null) return;
    let isWanted = true;
    const timer = setTimeout(() => {
      const path = `/extension/suggestions/${id}/price`;
      void askApp<PriceView>(shopify, path, { choice: of }).then((asked) => {
        if (!isWanted) return;
        const price: PriceView =
          asked.outcome === 'answered'
            ? asked.answer
            : { outcome: 'refused', words: t('no-connection') };
        setPriced({ of, price });
      });
    }, pauseMs);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [id, of]);
  return of !== null && priced?.of === of ? priced.price : null;
}

function Editor({
  ground,
  editor: { lines, currency },
  choice,
  change,
}: {
  readonly ground: string;
  readonly editor: EditorView;
  readonly choice: Choice;
  readonly change: (changes: Partial<Choice>) => void;
}) {
  const quantityOf = (id: string) =>
    choice.lines.find(({ lineItemId }) => lineItemId === id)?.quantity ?? 0;
  return (
    <s-stack gap="base">
      <s-text type="strong">{ground}</s-text>
      {lines.map(({ lineItemId, title, most }) => (
        <s-number-field
          key={lineItemId}
          label={t('quantity', { title })}
          details={t('most', { count: most })}
          min={0}
          max={most}
          value={String(quantityOf(lineItemId))}
          onChange={({ currentTarget }) => {
            const quantity = Math.trunc(Number(currentTarget.value)) || 0;
            change({
              lines: choice.lines.map((line) =>
                line.lineItemId === lineItemId ? { ...line, quantity } : line,
              ),
            });
          }}
        />
      ))}
      <s-text-field
        label={t('shipping', { currency })}
        value={choice.shipping}
        onChange={({ currentTarget }) => {
          change({ shipping: currentTarget.value });
        }}
      />
      <s-text-field
        label={t('goodwill', { currency })}
        value={choice.goodwill}
        onChange={({ currentTarget }) => {
          change({ goodwill: currentTarget.value });
        }}
      />
    </s-stack>
  );
}

/** What was decided, or has to be decided on the suggestion's own page. */
function Standing({
  suggestion: { id, can, state, stateWords, amount, secondsLeft },
  isUndoing,
  undo,
}: {
  readonly suggestion: SuggestionView;
  readonly isUndoing: boolean;
  readonly undo: () => void;
}) {
  const seconds = useSeconds(secondsLeft);
  return (
    <s-stack gap="base">
      <s-stack direction="inline" gap="small">
        <s-badge>{stateWords}</s-badge>
        <s-text type="strong">{amount}</s-text>
      </s-stack>
      {state === 'approved' && seconds > 0 && (
        <s-stack direction="inline" gap="small" alignItems="center">
          <s-text>{t('hold', { count: seconds })}</s-text>
          <s-button loading={isUndoing} onClick={undo}>
            {t('undo')}
          </s-button>
        </s-stack>
      )}
      <s-link href={`app:suggestions/${id}`}>{can === 'review' ? t('review') : t('open')}</s-link>
    </s-stack>
  );
}
