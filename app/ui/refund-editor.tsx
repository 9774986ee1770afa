import {
  Banner,
  BlockStack,
  Button,
  Checkbox,
  ChoiceList,
  Divider,
  FormLayout,
  InlineStack,
  Text,
  TextField,
} from '@shopify/polaris';
import { useState } from 'react';
import type { OrderFacts } from '../domain/order-facts.ts';
import { isPositive, type Money } from '../domain/money.ts';
import type { ChoicePrice } from '../domain/remedy/choice-price.ts';
import type { ChoiceProblem, RefundChoice } from '../domain/remedy/chosen-plan.ts';
import { canCancel } from '../domain/remedy/refund-plan.ts';
import type { Suggestion } from '../domain/suggestion.ts';
import { codeWords, knownCodeWords } from './code-words.ts';
import { FactList } from './fact-list.tsx';
import { firstChoice } from './first-choice.ts';
import { moneyWords } from './format.ts';
import { SectionCard } from './section-card.tsx';
import { useChoicePrice } from './use-choice-price.ts';
import type { Deciding } from './use-decisions.ts';
import { useWords } from './words-context.tsx';

/** The refund as the merchant wants it, with Shopify's price of it while it is put together. */
export function RefundEditor({
  suggestion,
  facts,
  deciding,
  isBlocked,
  onRefund,
  onClose,
}: {
  readonly suggestion: Suggestion;
  readonly facts: OrderFacts;
  readonly deciding: Deciding;
  /** Questions of the checklist are open. */
  readonly isBlocked: boolean;
  readonly onRefund: (choice: RefundChoice, amount: Money) => void;
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  const [choice, setChoice] = useState(() => firstChoice(suggestion, facts));
  const price = useChoicePrice(suggestion.id, choice);
  const change = (changes: Partial<RefundChoice>) => {
    setChoice((before) => ({ ...before, ...changes }));
  };
  return (
    <SectionCard title={t('refund-editor.title')}>
      <Goods facts={facts} choice={choice} change={change} problem={problemOf(price)} />
      <Extras facts={facts} choice={choice} change={change} problem={problemOf(price)} />
      <Divider />
      <Total price={price} />
      <InlineStack gap="200" align="end">
        <Button onClick={onClose}>{t('refund-editor.close')}</Button>
        <PayButton
          price={price}
          isBusy={deciding.asking === 'refund'}
          isBlocked={isBlocked}
          onPay={(amount) => {
            onRefund(choice, amount);
          }}
        />
      </InlineStack>
    </SectionCard>
  );
}

interface Part {
  readonly facts: OrderFacts;
  readonly choice: RefundChoice;
  readonly change: (changes: Partial<RefundChoice>) => void;
  readonly problem: ChoiceProblem | null;
}

function problemOf(price: ChoicePrice | null): ChoiceProblem | null {
  return price?.outcome === 'wrong' ? price.problem : null;
}

/** The sentence about a field, where the problem is with it. */
function useErrorOf(problem: ChoiceProblem | null) {
  const words = useWords();
  return (field: ChoiceProblem['field']) =>
    problem?.field === field ? { error: codeWords('choice-problem', problem.code, words) } : {};
}

function Goods({ facts, choice, change, problem }: Part) {
  const { t } = useWords();
  const errorOf = useErrorOf(problem);
  const hasDuties = facts.lines.some(({ dutyIds }) => dutyIds.length > 0);
  const setQuantity = (lineItemId: string, text: string) => {
    const quantity = Number(text.replaceAll(/\D/g, '').slice(0, 6));
    change({
      lines: choice.lines.map((line) =>
        line.lineItemId === lineItemId ? { ...line, quantity } : line,
      ),
    });
  };
  return (
    <FormLayout>
      {facts.lines.map(({ lineItemId, title, refundableQuantity }) => (
        <TextField
          key={lineItemId}
          type="number"
          label={title}
          helpText={t('refund-editor.of', { count: refundableQuantity })}
          value={String(choice.lines.find((line) => line.lineItemId === lineItemId)?.quantity ?? 0)}
          min={0}
          max={refundableQuantity}
          disabled={refundableQuantity === 0}
          autoComplete="off"
          onChange={(text) => {
            setQuantity(lineItemId, text);
          }}
        />
      ))}
      {problem?.field === 'lines' && <Banner tone="warning">{errorOf('lines').error}</Banner>}
      <TextField
        label={t('refund-editor.shipping')}
        value={choice.shipping}
        suffix={facts.currency}
        inputMode="decimal"
        autoComplete="off"
        onChange={(shipping) => {
          change({ shipping });
        }}
        {...errorOf('shipping')}
      />
      {hasDuties && (
        <Checkbox
          label={t('refund-editor.duties')}
          checked={choice.duties}
          onChange={(duties) => {
            change({ duties });
          }}
        />
      )}
      <TextField
        label={t('refund-editor.goodwill')}
        helpText={t('refund-editor.goodwill-help')}
        value={choice.goodwill}
        suffix={facts.currency}
        inputMode="decimal"
        autoComplete="off"
        onChange={(goodwill) => {
          change({ goodwill });
        }}
        {...errorOf('goodwill')}
      />
    </FormLayout>
  );
}

function Extras({ facts, choice, change, problem }: Part) {
  const { t } = useWords();
  const errorOf = useErrorOf(problem);
  return (
    <FormLayout>
      <ChoiceList
        title={t('refund-editor.method')}
        choices={(['original', 'store-credit'] as const).map((value) => ({
          value,
          label: t(`refund-editor.method-${value}`),
          disabled: value === 'store-credit' && facts.customerId === null,
        }))}
        selected={[choice.method]}
        onChange={([method]: string[]) => {
          change({ method: method === 'store-credit' ? 'store-credit' : 'original' });
        }}
        {...errorOf('method')}
      />
      {choice.method === 'store-credit' && (
        <Checkbox
          label={t('refund-editor.buyer-agreed')}
          checked={choice.buyerAgreed}
          onChange={(buyerAgreed) => {
            change({ buyerAgreed });
          }}
        />
      )}
      <Checkbox
        label={t('refund-editor.restock')}
        helpText={t('refund-editor.restock-help')}
        checked={choice.restock}
        onChange={(restock) => {
          change({ restock });
        }}
      />
      {canCancel(facts) && (
        <Checkbox
          label={t('refund-editor.cancels')}
          helpText={t('refund-editor.cancels-help')}
          checked={choice.cancels}
          onChange={(cancels) => {
            change({ cancels });
          }}
          {...errorOf('cancels')}
        />
      )}
      <Checkbox
        label={t('refund-editor.notify')}
        checked={choice.notify}
        onChange={(notify) => {
          change({ notify });
        }}
      />
      <TextField
        label={t('refund-editor.note')}
        helpText={t('refund-editor.note-help')}
        value={choice.note}
        maxLength={200}
        showCharacterCount
        autoComplete="off"
        onChange={(note) => {
          change({ note });
        }}
        {...errorOf('note')}
      />
    </FormLayout>
  );
}

/** What it comes to now, or why it comes to nothing. */
function Total({ price }: { readonly price: ChoicePrice | null }) {
  const words = useWords();
  const { t } = words;
  return (
    <div aria-live="polite">
      <BlockStack gap="200">
        {price === null && (
          <Text as="p" tone="subdued">
            {t('refund-card.pricing')}
          </Text>
        )}
        {price?.outcome === 'priced' && (
          <>
            <FactList
              facts={[
                {
                  name: t('refund-card.total'),
                  value: <strong>{moneyWords(price.amount, words)}</strong>,
                },
                ...price.transactions.map(({ gateway, amount }) => ({
                  name: t('refund-card.to', {
                    gateway: knownCodeWords('gateway', gateway, words) ?? gateway,
                  }),
                  value: moneyWords(amount, words),
                })),
                price.credit && {
                  name: t('refund-editor.as-credit'),
                  value: moneyWords(price.credit, words),
                },
              ]}
            />
            {price.path !== 'refund' && (
              <Text as="p" tone="subdued">
                {t(`refund-path.${price.path}`)}
              </Text>
            )}
          </>
        )}
        {price?.outcome === 'wrong' && price.problem.field === 'nothing' && (
          <Text as="p" tone="subdued">
            {codeWords('choice-problem', price.problem.code, words)}
          </Text>
        )}
        {price?.outcome === 'not-refundable' && (
          <Banner tone="critical">{codeWords('not-refundable', price.reason, words)}</Banner>
        )}
        {(price?.outcome === 'unreachable' || price?.outcome === 'gone') && (
          <Banner tone="warning">{t(`refund-card.${price.outcome}`)}</Banner>
        )}
      </BlockStack>
    </div>
  );
}

function PayButton({
  price,
  isBusy,
  isBlocked,
  onPay,
}: {
  readonly price: ChoicePrice | null;
  readonly isBusy: boolean;
  readonly isBlocked: boolean;
  readonly onPay: (amount: Money) => void;
}) {
  const words = useWords();
  const { t } = words;
  const amount = price?.outcome === 'priced' ? price.amount : null;
  const label =
    amount && !isPositive(amount)
      ? t('action.cancel-order')
      : amount
        ? t('action.refund', { amount: moneyWords(amount, words) })
        : t('refund-editor.pay');
  return (
    <Button
      variant="primary"
      loading={isBusy}
      disabled={amount === null || isBlocked}
      onClick={() => {
        if (amount) onPay(amount);
      }}
    >
      {label}
    </Button>
  );
}
