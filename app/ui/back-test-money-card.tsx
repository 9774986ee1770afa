import { BlockStack, InlineGrid, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import {
  moneyPerThousand,
  usualAssumptions,
  type Assumptions,
  type MoneySums,
} from '../domain/backtest/summary.ts';
import { approximate } from '../domain/money.ts';
import { FactList } from './fact-list.tsx';
import { moneyWords, numberWords } from './format.ts';
import { SectionCard } from './section-card.tsx';
import { useWords } from './words-context.tsx';

const amounts = ['disputeFee', 'disputeLabour', 'ticket'] as const;

/** What acting would have cost and saved, per thousand orders; what it assumes can be changed, and is kept nowhere. */
export function BackTestMoneyCard({ money }: { readonly money: MoneySums }) {
  const words = useWords();
  const { t } = words;
  const usual = usualAssumptions(money);
  const { currencyCode } = money.ticket;
  const [typed, setTyped] = useState<Readonly<Record<keyof Assumptions, string>>>({
    recoveredPercent: String(usual.recoveredPercent),
    disputeFee: usual.disputeFee.amount,
    disputeLabour: usual.disputeLabour.amount,
    ticket: usual.ticket.amount,
  });
  const numberIn = (name: keyof Assumptions, most: number) => {
    const value = Number(typed[name]);
    const isRight = typed[name].trim() !== '' && value >= 0 && value <= most;
    return isRight ? value : null;
  };
  const amountIn = (name: (typeof amounts)[number]) => {
    const value = numberIn(name, 1e6);
    return value === null ? usual[name] : approximate(value, currencyCode);
  };
  const assumed: Assumptions = {
    recoveredPercent: numberIn('recoveredPercent', 100) ?? usual.recoveredPercent,
    disputeFee: amountIn('disputeFee'),
    disputeLabour: amountIn('disputeLabour'),
    ticket: amountIn('ticket'),
  };
  const result = moneyPerThousand(money, assumed);
  const field = (name: keyof Assumptions, most: number) => (
    <TextField
      key={name}
      type="number"
      label={t(`back-test.assumed.${name}`)}
      value={typed[name]}
      suffix={name === 'recoveredPercent' ? '%' : currencyCode}
      error={numberIn(name, most) === null ? t('back-test.assumed.wrong', { most }) : ''}
      onChange={(value) => {
        setTyped((before) => ({ ...before, [name]: value }));
      }}
      autoComplete="off"
    />
  );
  const oneDecimal = (count: number) => numberWords(Math.round(count * 10) / 10, words);
  return (
    <SectionCard title={t('back-test.money.title')}>
      <Text as="p" tone="subdued">
        {t('back-test.money.what')}
      </Text>
      <InlineGrid columns={{ xs: 1, md: 2 }} gap="400">
        <div role="status">
          <FactList
            facts={[
              ...(['paidEarly', 'paidForNothing', 'undecided'] as const).map((name) => ({
                name: t(`back-test.money.${name}`),
                value: moneyWords(result[name], words),
              })),
              {
                name: t('back-test.money.feesAvoided', { disputes: oneDecimal(result.disputes) }),
                value: moneyWords(result.feesAvoided, words),
              },
              {
                name: t('back-test.money.ticketsAvoided', { tickets: oneDecimal(result.tickets) }),
                value: moneyWords(result.ticketsAvoided, words),
              },
              {
                name: t('back-test.money.net'),
                value: (
                  <Text as="span" fontWeight="semibold">
                    {moneyWords(result.net, words)}
                  </Text>
                ),
              },
            ]}
          />
        </div>
        <BlockStack gap="300">
          <Text as="h3" variant="headingSm">
            {t('back-test.assumed.title')}
          </Text>
          {field('recoveredPercent', 100)}
          {amounts.map((name) => field(name, 1e6))}
        </BlockStack>
      </InlineGrid>
    </SectionCard>
  );
}
