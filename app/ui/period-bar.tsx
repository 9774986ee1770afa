import { Link, useNavigate } from '@remix-run/react';
import { BlockStack, Button, Card, InlineStack, Text, TextField } from '@shopify/polaris';
import { useId, useState } from 'react';
import { parseDay, type Day } from '../domain/overview/day.ts';
import {
  longestPeriod,
  periodBetween,
  usualLengths,
  type Days,
  type Period,
} from '../domain/overview/period.ts';
import { ExportButton } from './export-button.tsx';
import { shortDayWords } from './format.ts';
import { overviewUrl } from './overview-url.ts';
import { useWords } from './words-context.tsx';
import tabs from './queue-tabs.module.css';
import styles from './period-bar.module.css';

/** Which days the figures below are about; the choice is the page's address. */
export function PeriodBar({
  period,
  days,
  today,
}: {
  readonly period: Period;
  readonly days: Days;
  readonly today: Day;
}) {
  const words = useWords();
  const { t, timezone } = words;
  const formId = useId();
  const isBetween = period.kind === 'between';
  const [isOpen, setIsOpen] = useState(isBetween);
  return (
    <Card padding="300">
      <BlockStack gap="300">
        <InlineStack gap="200" align="space-between" blockAlign="center">
          <nav aria-label={t('overview.period.label')}>
            <ul className={tabs['tabs']}>
              {usualLengths.map((length) => (
                <li key={length}>
                  <Link
                    to={overviewUrl({ kind: 'last', days: length })}
                    preventScrollReset
                    {...(!isBetween && period.days === length ? { 'aria-current': 'page' } : {})}
                  >
                    {t('overview.period.days', { count: length })}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <InlineStack gap="200">
            <Button
              ariaExpanded={isOpen}
              ariaControls={formId}
              onClick={() => {
                setIsOpen(!isOpen);
              }}
            >
              {t('overview.period.custom')}
            </Button>
            <ExportButton period={period} days={days} />
          </InlineStack>
        </InlineStack>
        <div id={formId} hidden={!isOpen}>
          <BetweenForm days={days} today={today} />
        </div>
        <Text as="p" variant="bodySm" tone="subdued">
          {t('overview.period.shown', {
            from: shortDayWords(days.from, words, true),
            to: shortDayWords(days.to, words, true),
            timezone,
          })}
        </Text>
      </BlockStack>
    </Card>
  );
}

function BetweenForm({ days, today }: { readonly days: Days; readonly today: Day }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [from, setFrom] = useState<string>(days.from);
  const [to, setTo] = useState<string>(days.to);
  const [isWrong, setIsWrong] = useState(false);
  // Other days by another way than this form: it follows, and stays where it is, with the focus in it.
  const [followed, setFollowed] = useState(days);
  if (followed.from !== days.from || followed.to !== days.to) {
    setFollowed(days);
    setFrom(days.from);
    setTo(days.to);
    setIsWrong(false);
  }
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const asked = periodBetween(parseDay(from), parseDay(to));
        setIsWrong(asked === null);
        if (asked) navigate(overviewUrl(asked), { preventScrollReset: true });
      }}
    >
      <TextField
        label={t('overview.period.from')}
        type="date"
        value={from}
        max={today}
        onChange={setFrom}
        autoComplete="off"
        error={isWrong}
      />
      <TextField
        label={t('overview.period.to')}
        type="date"
        value={to}
        max={today}
        onChange={setTo}
        autoComplete="off"
        error={isWrong ? t('overview.period.wrong', { count: longestPeriod }) : false}
      />
      <div>
        <Button submit>{t('overview.period.apply')}</Button>
      </div>
    </form>
  );
}
