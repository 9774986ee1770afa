import { Button, InlineStack, Link, Text } from '@shopify/polaris';
import { useState } from 'react';
import { cameOutAs, type BackTest, type TestedOrder } from '../domain/backtest/back-test.ts';
import { numericIdOf } from '../domain/ids.ts';
import { showToast } from './admin-frame.ts';
import { useAnnounce } from './announcer.tsx';
import { backTestExportUrl } from './back-test-url.ts';
import { codeWords } from './code-words.ts';
import { fetchCsv, saveFile } from './fetch-csv.ts';
import { FiguresTable } from './figures-table.tsx';
import { dayWords, moneyWords, percentWords } from './format.ts';
import { SectionCard } from './section-card.tsx';
import type { Words } from './words.ts';
import { useWords } from './words-context.tsx';

const testedColumns = [
  'order',
  'placed',
  'value',
  'came',
  'suggested',
  'ground',
  'amount',
  'probability',
] as const;

/** Some orders of a back-test, of each way in which they came out. */
export function TestedOrdersCard({
  test,
  orders,
}: {
  readonly test: BackTest;
  readonly orders: readonly TestedOrder[];
}) {
  const words = useWords();
  const { t } = words;
  const title = t('back-test.orders.title');
  return (
    <SectionCard title={title}>
      <Text as="p" tone="subdued">
        {t(orders.length === 0 ? 'back-test.orders.none' : 'back-test.orders.what')}
      </Text>
      {orders.length > 0 && (
        <>
          <FiguresTable
            stacks
            caption={title}
            heads={testedColumns.map((column) => t(`back-test.column.${column}`))}
            rows={orders.map((order) => [
              <Link key={order.orderId} url={`shopify:admin/orders/${numericIdOf(order.orderId)}`}>
                {order.orderName}
              </Link>,
              ...testedCells(order, words),
            ])}
          />
          <InlineStack>
            <ExportTested test={test} />
          </InlineStack>
        </>
      )}
    </SectionCard>
  );
}

/** What stands beside an order's name. */
function testedCells(order: TestedOrder, words: Words): readonly string[] {
  const { act, placedAt, value, seenBy } = order;
  const nothing = words.t('back-test.none');
  const ground = act?.ground ?? seenBy;
  return [
    dayWords(placedAt, words),
    moneyWords(value, words),
    words.t(`back-test.came.${cameOutAs(order)}`),
    act ? dayWords(act.at, words) : nothing,
    ground ? codeWords('ground', ground, words) : nothing,
    act ? moneyWords(act.amount, words) : nothing,
    act ? percentWords(act.probability, words) : nothing,
  ];
}

function ExportTested({ test }: { readonly test: BackTest }) {
  const { t, language } = useWords();
  const announce = useAnnounce();
  const [isAsking, setIsAsking] = useState(false);
  const save = async () => {
    setIsAsking(true);
    const file = await fetchCsv(backTestExportUrl(test.id, language));
    setIsAsking(false);
    if (file) saveFile(file, `amends-back-test-${test.askedAt.slice(0, 10)}.csv`);
    const said = t(file ? 'overview.export.done' : 'overview.export.failed');
    announce(said);
    showToast(said);
  };
  return (
    <Button loading={isAsking} onClick={() => void save()}>
      {t('back-test.orders.export')}
    </Button>
  );
}
