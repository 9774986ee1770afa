import { useNavigate, useNavigation } from '@remix-run/react';
import { BlockStack, Box, Button, InlineGrid, Select, Tag } from '@shopify/polaris';
import { FilterIcon } from '@shopify/polaris-icons';
import { useId, useState } from 'react';
import { parties } from '../domain/claim.ts';
import { dueWindows } from '../domain/due.ts';
import { parseMoney } from '../domain/money.ts';
import { confidences, queueSorts, type QueuePage, type QueueQuery } from '../domain/queue.ts';
import { groundIds } from '../domain/scenarios/ground-ids.ts';
import { scenarioIds } from '../domain/scenarios/scenario.ts';
import { codeWords } from './code-words.ts';
import { countryWords, moneyWords } from './format.ts';
import { QueueAmount } from './queue-amount.tsx';
import { QueueSearch } from './queue-search.tsx';
import {
  changedQuery,
  isFiltered,
  queueFilters,
  queueQueryOf,
  queueUrl,
  withoutFilters,
  type QueueFilter,
} from './queue-url.ts';
import type { Words } from './words.ts';
import { useAsked } from './use-asked.ts';
import { useWords } from './words-context.tsx';
import styles from './queue-filters.module.css';

type Offers = Pick<QueuePage, 'countries' | 'currencies' | 'carriers'>;

/** Search, sort and filters; every one of them is a part of the page's address. */
export function QueueFilters({
  query,
  offers,
}: {
  readonly query: QueueQuery;
  readonly offers: Offers;
}) {
  const words = useWords();
  const { t } = words;
  const navigate = useNavigate();
  const panelId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const { location: next } = useNavigation();
  // What was chosen a moment ago and is still being loaded counts.
  const latest = next?.pathname === '/app' ? queueQueryOf(new URLSearchParams(next.search)) : query;
  const ask = useAsked(latest, (asked) => {
    navigate(queueUrl(asked), { preventScrollReset: true });
  });
  const change = (changes: Partial<QueueQuery>) => {
    ask((before) => changedQuery(before, changes));
  };
  // Shown at once: what stands below moves with the choice, not when its rows come.
  const active = queueFilters.filter((filter) => latest[filter] !== null);
  // What is searched for stands in its own field.
  const isNarrowed = isFiltered({ ...latest, search: null });
  return (
    <BlockStack gap="200">
      <div className={styles['bar']}>
        <QueueSearch search={query.search} onSearch={(search) => change({ search })} />
        <Select
          label={t('sort.label')}
          labelInline
          options={queueSorts.map((sort) => ({ value: sort, label: t(`sort.${sort}`) }))}
          value={latest.sort}
          onChange={(value) => {
            change({ sort: queueSorts.find((sort) => sort === value) ?? 'act-by' });
          }}
        />
        <Button
          icon={FilterIcon}
          ariaExpanded={isOpen}
          ariaControls={panelId}
          onClick={() => {
            setIsOpen(!isOpen);
          }}
        >
          {t('filter.button')}
        </Button>
      </div>
      <div id={panelId} hidden={!isOpen}>
        <Box padding="300" background="bg-surface-secondary" borderRadius="200">
          <InlineGrid columns={{ xs: 1, sm: 2, md: 3 }} gap="300">
            {queueFilters.map((filter) => (
              <Select
                key={filter}
                label={t(`filter.${filter}`)}
                options={[
                  { value: '', label: t('filter.any') },
                  ...choicesOf(filter, latest, offers).map((value) => ({
                    value,
                    label: valueWords(filter, value, words),
                  })),
                ]}
                value={latest[filter] ?? ''}
                onChange={(value) => {
                  change({ [filter]: value === '' ? null : value });
                }}
              />
            ))}
            <QueueAmount query={query} currencies={offers.currencies} onChange={change} />
          </InlineGrid>
        </Box>
      </div>
      {isNarrowed && (
        <div className={styles['active']}>
          {active.map((filter) => (
            <Tag
              key={filter}
              onRemove={() => {
                change({ [filter]: null });
              }}
            >
              {t('filter.applied', {
                filter: t(`filter.${filter}`),
                value: valueWords(filter, latest[filter] ?? '', words),
              })}
            </Tag>
          ))}
          {(['from', 'to'] as const).map((bound) => {
            const { [bound]: amount, currency } = latest;
            if (amount === null || currency === null) return null;
            return (
              <Tag
                key={bound}
                onRemove={() => {
                  change({ [bound]: null });
                }}
              >
                {t('filter.applied', {
                  filter: t(`filter.${bound}`),
                  value: moneyWords(parseMoney(amount, currency), words),
                })}
              </Tag>
            );
          })}
          <Button variant="plain" url={queueUrl(withoutFilters(query))}>
            {t('filter.clear')}
          </Button>
        </div>
      )}
    </BlockStack>
  );
}

/** What can be chosen; what is chosen is among it even when no row has it any more. */
function choicesOf(filter: QueueFilter, query: QueueQuery, offers: Offers): readonly string[] {
  const choices = {
    scenario: scenarioIds,
    ground: groundIds,
    responsible: parties,
    country: offers.countries,
    carrier: offers.carriers,
    confidence: confidences,
    currency: offers.currencies,
    due: dueWindows,
  }[filter];
  const chosen = query[filter];
  return chosen === null || choices.some((choice) => choice === chosen)
    ? choices
    : [...choices, chosen];
}

function valueWords(filter: QueueFilter, value: string, words: Words): string {
  switch (filter) {
    case 'scenario':
    case 'ground':
      return codeWords(filter, value, words);
    case 'responsible':
      return codeWords('party', value, words);
    case 'country':
      return countryWords(value, words);
    case 'due':
    case 'confidence':
      return words.t(`${filter}.${value}`);
    case 'carrier':
    case 'currency':
      return value;
  }
}
