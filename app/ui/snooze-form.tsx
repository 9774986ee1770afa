import {
  Banner,
  BlockStack,
  Box,
  Button,
  ChoiceList,
  InlineStack,
  TextField,
} from '@shopify/polaris';
import { useEffect, useRef, useState } from 'react';
import type { Deadline } from '../domain/claim.ts';
import {
  mostSnoozeDays,
  snoozeChoices,
  snoozeDays,
  wakingTime,
  type SnoozeChoice,
} from '../domain/snooze.ts';
import { dateAfter, isDate, type Instant } from '../domain/time.ts';
import { dateWords, instantWords, wallTimeOf } from './format.ts';
import { useEscape } from './use-escape.ts';
import { useWords } from './words-context.tsx';

/** Asks until when, in place; says so where that is later than the suggestion's act-by date. */
export function SnoozeForm({
  id,
  orderName,
  actBy,
  now,
  isBusy,
  onSnooze,
  onCancel,
}: {
  readonly id: string;
  readonly orderName: string;
  readonly actBy: Deadline | null;
  readonly now: Instant;
  readonly isBusy: boolean;
  readonly onSnooze: (date: string, pastActBy: boolean) => void;
  readonly onCancel: () => void;
}) {
  const words = useWords();
  const { t } = words;
  const today = wallTimeOf(now, words).slice(0, 10);
  const [earliest, latest] = [dateAfter(today, 1), dateAfter(today, mostSnoozeDays)];
  const [choice, setChoice] = useState<SnoozeChoice>('tomorrow');
  const [ownDate, setOwnDate] = useState(earliest);
  const [isAsked, setIsAsked] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    form.current?.querySelector('input')?.focus();
  }, []);
  useEscape(form, onCancel);
  const date = choice === 'date' ? ownDate : dateAfter(today, snoozeDays[choice]);
  const isPossible = isDate(date) && date >= earliest && date <= latest;
  const pastActBy =
    actBy !== null && isPossible && `${date}T${wakingTime}` > wallTimeOf(actBy.at, words);
  return (
    <div id={id} ref={form}>
      <Box padding="300" background="bg-surface-secondary" borderRadius="200">
        <BlockStack gap="300">
          <ChoiceList
            title={t('snooze.until-when', { order: orderName, time: wakingTime })}
            choices={snoozeChoices.map((value) => ({
              value,
              label:
                value === 'date'
                  ? t('snooze.date')
                  : t(`snooze.${value}`, {
                      day: dateWords(dateAfter(today, snoozeDays[value]), words),
                    }),
              renderChildren: (isSelected) =>
                isSelected && value === 'date' ? (
                  <TextField
                    label={t('snooze.day')}
                    type="date"
                    autoComplete="off"
                    min={earliest}
                    max={latest}
                    value={ownDate}
                    onChange={setOwnDate}
                    {...(isAsked && !isPossible ? { error: t('snooze.choose-day') } : {})}
                  />
                ) : null,
            }))}
            selected={[choice]}
            onChange={([chosen]: string[]) => {
              setChoice(snoozeChoices.find((known) => known === chosen) ?? 'tomorrow');
            }}
          />
          {pastActBy && (
            <Banner tone="warning">
              {t('snooze.past-act-by', { at: instantWords(actBy.at, words) })}
            </Banner>
          )}
          <InlineStack gap="200">
            <Button
              variant="primary"
              loading={isBusy}
              onClick={() => {
                setIsAsked(true);
                if (isPossible) onSnooze(date, pastActBy);
              }}
            >
              {pastActBy ? t('snooze.confirm-past') : t('snooze.confirm')}
            </Button>
            <Button onClick={onCancel}>{t('snooze.cancel')}</Button>
          </InlineStack>
        </BlockStack>
      </Box>
    </div>
  );
}
