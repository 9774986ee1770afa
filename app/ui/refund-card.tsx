import { Await } from '@remix-run/react';
import { Banner, Button, Divider, SkeletonBodyText, Text } from '@shopify/polaris';
import { Suspense } from 'react';
import { compare, type Money } from '../domain/money.ts';
import type { OrderFacts } from '../domain/order-facts.ts';
import type { Suggestion } from '../domain/suggestion.ts';
import { knownCodeWords } from './code-words.ts';
import { FactList } from './fact-list.tsx';
import { moneyWords } from './format.ts';
import { SectionCard } from './section-card.tsx';
import { useHydrated } from './use-hydrated.ts';
import type { Words } from './words.ts';
import { useWords } from './words-context.tsx';

/** What the refund would come to now, by Shopify's calculator. */
export type RefundPreview =
  | {
      readonly outcome: 'priced';
      readonly lines: readonly { readonly title: string; readonly quantity: number }[];
      readonly shipping: Money | null;
      readonly amount: Money;
      readonly maximumRefundable: Money;
      readonly transactions: readonly { readonly gateway: string; readonly amount: Money }[];
    }
  | { readonly outcome: 'nothing-refundable' }
  | { readonly outcome: 'unreachable' }
  | { readonly outcome: 'gone' };

/** The make-up of the refund; while it can be decided, with Shopify's price of this moment. */
export function RefundCard({
  suggestion,
  facts,
  preview,
  onEdit,
}: {
  readonly suggestion: Suggestion;
  readonly facts: OrderFacts | null;
  readonly preview: Promise<RefundPreview> | null;
  /** Null where it cannot be changed, or is being changed already. */
  readonly onEdit: (() => void) | null;
}) {
  const { t } = useWords();
  const isHydrated = useHydrated();
  const unpriced = <UnpricedMakeUp suggestion={suggestion} facts={facts} />;
  const pending = (
    <>
      <Text as="p" tone="subdued">
        {t('refund-card.pricing')}
      </Text>
      <SkeletonBodyText lines={4} />
    </>
  );
  return (
    <SectionCard title={t('refund-card.title')}>
      {preview === null ? (
        unpriced
      ) : !isHydrated ? (
        pending
      ) : (
        <Suspense fallback={pending}>
          <Await
            resolve={preview}
            errorElement={
              <>
                <NotPriced reason="unreachable" />
                {unpriced}
              </>
            }
          >
            {(priced) =>
              priced.outcome === 'priced' ? (
                <PricedMakeUp suggestion={suggestion} priced={priced} />
              ) : (
                <>
                  <NotPriced reason={priced.outcome} />
                  {unpriced}
                </>
              )
            }
          </Await>
        </Suspense>
      )}
      {onEdit && <Button onClick={onEdit}>{t('refund-editor.open')}</Button>}
    </SectionCard>
  );
}

function NotPriced({ reason }: { readonly reason: Exclude<RefundPreview['outcome'], 'priced'> }) {
  const { t } = useWords();
  return (
    <Banner tone={reason === 'unreachable' ? 'warning' : 'critical'}>
      {t(`refund-card.${reason}`)}
    </Banner>
  );
}

function PricedMakeUp({
  suggestion,
  priced,
}: {
  readonly suggestion: Suggestion;
  readonly priced: Extract<RefundPreview, { readonly outcome: 'priced' }>;
}) {
  const words = useWords();
  const { t } = words;
  const isOther =
    priced.amount.currencyCode !== suggestion.amount.currencyCode ||
    compare(priced.amount, suggestion.amount) !== 0;
  return (
    <>
      <FactList
        facts={[
          ...priced.lines.map((line) => lineFact(line, words)),
          priced.shipping && {
            name: t('refund-card.shipping'),
            value: moneyWords(priced.shipping, words),
          },
          suggestion.claim.stake.everything
            ? { name: t('refund-card.everything'), value: moneyWords(priced.amount, words) }
            : null,
        ]}
      />
      <Divider />
      <FactList
        facts={[
          {
            name: t('refund-card.total'),
            value: <strong>{moneyWords(priced.amount, words)}</strong>,
          },
          ...priced.transactions.map(({ gateway, amount }) => ({
            name: t('refund-card.to', {
              gateway: knownCodeWords('gateway', gateway, words) ?? gateway,
            }),
            value: moneyWords(amount, words),
          })),
          {
            name: t('refund-card.maximum'),
            value: moneyWords(priced.maximumRefundable, words),
          },
        ]}
      />
      {isOther && <Banner tone="warning">{t('refund-card.other-price')}</Banner>}
      <Text as="p" variant="bodySm" tone="subdued">
        {t('refund-card.live')}
      </Text>
    </>
  );
}

/** Without Shopify's price: what is at stake by what we know of the order. */
function UnpricedMakeUp({
  suggestion,
  facts,
}: {
  readonly suggestion: Suggestion;
  readonly facts: OrderFacts | null;
}) {
  const words = useWords();
  const { t } = words;
  const { stake } = suggestion.claim;
  const titleOf = new Map(facts?.lines.map((line) => [line.lineItemId, line.title]));
  return (
    <FactList
      facts={[
        ...stake.lines.map(({ lineItemId, quantity }) =>
          lineFact({ title: titleOf.get(lineItemId) ?? t('refund-card.unnamed'), quantity }, words),
        ),
        stake.shipping && {
          name: t('refund-card.shipping'),
          value: moneyWords(stake.shipping, words),
        },
        stake.everything
          ? { name: t('refund-card.everything'), value: moneyWords(stake.estimate, words) }
          : null,
        {
          name: t('refund-card.total'),
          value: <strong>{moneyWords(suggestion.amount, words)}</strong>,
        },
      ]}
    />
  );
}

function lineFact(line: { readonly title: string; readonly quantity: number }, { t }: Words) {
  return { name: line.title, value: t('refund-card.quantity', { count: line.quantity }) };
}
