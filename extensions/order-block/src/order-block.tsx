import '@shopify/ui-extensions/preact';
import type { Api } from '@shopify/ui-extensions/admin.order-details.block.render';
import { render } from 'preact';
import { useState } from 'preact/hooks';
import type { SaidView, SuggestionView } from '../../../app/ui/order-answer.ts';
import { useOrder, type Decide, type Intent } from '../../shared/use-order.ts';
import { useSeconds } from '../../shared/use-seconds.ts';

declare const shopify: Api;

const t = (key: string, params?: Readonly<Record<string, string | number>>): string =>
  shopify.i18n.translate(key, params);

export default function extension(): void {
  render(<OrderBlock />, document.body);
}

function OrderBlock() {
  const orderId = shopify.data.selected[0]?.id ?? null;
  const { order, said, asking, decide, readAgain } = useOrder(shopify, orderId);
  return (
    <s-admin-block heading={t('heading')}>
      <s-stack gap="base">
        <Said said={said} />
        {order.state === 'loading' && <s-spinner accessibilityLabel={t('loading')} />}
        {order.state === 'none' && <s-text color="subdued">{t('none')}</s-text>}
        {order.state === 'no-permission' && (
          <s-banner tone="warning" heading={t('no-permission')}>
            {t('no-permission-help')}
          </s-banner>
        )}
        {order.state === 'no-connection' && (
          <s-banner tone="critical" heading={t('no-connection')}>
            <s-button onClick={readAgain}>{t('again')}</s-button>
          </s-banner>
        )}
        {order.state === 'shown' && (
          <Suggestion suggestion={order.suggestion} asking={asking} decide={decide} />
        )}
      </s-stack>
    </s-admin-block>
  );
}

function Said({ said }: { readonly said: SaidView | 'no-answer' | null }) {
  if (said === null) return null;
  if (said === 'no-answer') {
    return (
      <s-banner tone="critical" heading={t('no-answer')}>
        {t('no-answer-help')}
      </s-banner>
    );
  }
  return (
    <s-banner tone={said.tone} heading={said.title}>
      {said.text}
    </s-banner>
  );
}

const toneOf: Readonly<
  Partial<Record<SuggestionView['state'], 'success' | 'critical' | 'info' | 'warning'>>
> = {
  open: 'info',
  approved: 'warning',
  refunding: 'warning',
  unknown: 'warning',
  refunded: 'success',
  rejected: 'critical',
};

function Suggestion({
  suggestion,
  asking,
  decide,
}: {
  readonly suggestion: SuggestionView;
  readonly asking: Intent | null;
  readonly decide: Decide;
}) {
  const { ground, amount, state, stateWords, evidence, clocks, responsible } = suggestion;
  return (
    <s-stack gap="base">
      <s-stack direction="inline" gap="small" alignItems="center">
        <s-heading>{ground}</s-heading>
        <s-badge tone={toneOf[state] ?? 'neutral'}>{stateWords}</s-badge>
        <s-text type="strong">{amount}</s-text>
      </s-stack>
      <s-unordered-list>
        {evidence.map((line) => (
          <s-list-item key={line}>{line}</s-list-item>
        ))}
      </s-unordered-list>
      <s-text color="subdued">{t('responsible', { who: responsible })}</s-text>
      {clocks.map(({ label, when, isPast }) => (
        <s-text key={label} tone={isPast ? 'critical' : 'auto'}>
          {t('clock', { label, when })}
        </s-text>
      ))}
      <Hold suggestion={suggestion} asking={asking} decide={decide} />
      {suggestion.can === 'decide' && (
        <Decisions suggestion={suggestion} asking={asking} decide={decide} />
      )}
      <s-link href={`app:suggestions/${suggestion.id}`}>
        {suggestion.can === 'review' ? t('review') : t('open')}
      </s-link>
    </s-stack>
  );
}

/** The hold after a click: how long it still is, and the way back. */
function Hold({
  suggestion: { state, secondsLeft },
  asking,
  decide,
}: {
  readonly suggestion: SuggestionView;
  readonly asking: Intent | null;
  readonly decide: Decide;
}) {
  const seconds = useSeconds(secondsLeft);
  if (state === 'refunding' || state === 'unknown' || (state === 'approved' && seconds === 0)) {
    return (
      <s-stack direction="inline" gap="small" alignItems="center">
        <s-spinner accessibilityLabel={t('refunding')} />
        <s-text>{t('refunding')}</s-text>
      </s-stack>
    );
  }
  if (state !== 'approved') return null;
  return (
    <s-stack direction="inline" gap="small" alignItems="center">
      <s-text>{t('hold', { count: seconds })}</s-text>
      <s-button loading={asking === 'undo'} onClick={() => void decide('undo')}>
        {t('undo')}
      </s-button>
    </s-stack>
  );
}

function Decisions({
  suggestion: { amount, isFree, dismissReasons },
  asking,
  decide,
}: {
  readonly suggestion: SuggestionView;
  readonly asking: Intent | null;
  readonly decide: Decide;
}) {
  const [isDismissing, setDismissing] = useState(false);
  const isBusy = asking !== null;
  return (
    <s-stack gap="small">
      <s-stack direction="inline" gap="small">
        <s-button
          variant="primary"
          loading={asking === 'refund'}
          disabled={isBusy && asking !== 'refund'}
          onClick={() => void decide('refund')}
        >
          {isFree ? t('cancel-order') : t('refund', { amount })}
        </s-button>
        <s-button
          disabled={isBusy}
          onClick={() => {
            shopify.navigation.navigate('extension://order-action');
          }}
        >
          {t('edit')}
        </s-button>
        <s-button
          disabled={isBusy}
          onClick={() => {
            setDismissing(!isDismissing);
          }}
        >
          {t('dismiss')}
        </s-button>
      </s-stack>
      {isDismissing && (
        <s-stack gap="small">
          <s-text>{t('dismiss-why')}</s-text>
          <s-stack direction="inline" gap="small">
            {dismissReasons.map(({ code, words }) => (
              <s-button
                key={code}
                variant="tertiary"
                disabled={isBusy}
                onClick={() => void decide('dismiss', { reason: code })}
              >
                {words}
              </s-button>
            ))}
          </s-stack>
        </s-stack>
      )}
    </s-stack>
  );
}
