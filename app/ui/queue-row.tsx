import { Link } from '@remix-run/react';
import { Text } from '@shopify/polaris';
import { memo, useId } from 'react';
import type { Suggestion } from '../domain/suggestion.ts';
import type { Instant } from '../domain/time.ts';
import { codeWords } from './code-words.ts';
import { DecisionActions } from './decision-actions.tsx';
import { DecisionForms } from './decision-forms.tsx';
import { DecisionNote } from './decision-note.tsx';
import { isDone } from './decision.ts';
import { evidenceLine } from './evidence-words.ts';
import { countryWords, moneyWords, percentWords } from './format.ts';
import { GroundBadges } from './ground-badges.tsx';
import { isDecidable } from './placed-rows.ts';
import { StateBadge } from './state-badge.tsx';
import { RelativeTime } from './time-words.tsx';
import type { Decide, Deciding } from './use-decisions.ts';
import { useOpenForm } from './use-open-form.ts';
import { useWords } from './words-context.tsx';
import styles from './queue-table.module.css';

export interface QueueRowProps {
  readonly suggestion: Suggestion;
  /** To the minute, so that a row is not rendered for less. */
  readonly now: Instant;
  readonly deciding: Deciding;
  readonly decide: Decide;
  readonly forget: (suggestion: Suggestion) => void;
}

/** Memoised: every reload of the queue would render every row otherwise. */
export const QueueRow = memo(function QueueRow(props: QueueRowProps) {
  const { suggestion, now, deciding, decide, forget } = props;
  const words = useWords();
  const formId = useId();
  const { claim, orderName, destinationCountry } = suggestion;
  const best = suggestion.recommendation.options[0].kind;
  const { result } = deciding;
  const [openForm, setOpenForm] = useOpenForm(suggestion);
  const note = result && !isDone(result) ? result : null;
  return (
    <>
      <tr className={styles['row']} data-suggestion={suggestion.id} data-state={suggestion.state}>
        <th scope="row" className={styles['order']}>
          <Link to={`/app/suggestions/${suggestion.id}`} state={{ isFromQueue: true }}>
            {orderName}
          </Link>
          {destinationCountry && (
            <Text as="span" variant="bodySm" tone="subdued">
              {countryWords(destinationCountry, words)}
            </Text>
          )}
        </th>
        <td className={styles['why']}>
          <GroundBadges claim={claim} />
          <Text as="p" variant="bodySm">
            {evidenceLine(claim.evidence, words, now)}
          </Text>
        </td>
        <td className={styles['amount']}>
          <Text as="span" fontWeight="semibold" numeric>
            {moneyWords(suggestion.amount, words)}
          </Text>
        </td>
        <td className={styles['act-by']} data-label={words.t('column.act-by')}>
          {suggestion.actBy && isDecidable(suggestion) ? (
            <Text as="span" {...(suggestion.actBy.at <= now ? { tone: 'critical' } : {})}>
              <RelativeTime at={suggestion.actBy.at} now={now} />
            </Text>
          ) : (
            <Text as="span" tone="subdued">
              {words.t('act-by.none')}
            </Text>
          )}
        </td>
        <td className={styles['odds']} data-label={words.t('column.probability')}>
          <Text as="span" numeric>
            {percentWords(claim.probability.value, words)}
          </Text>
          {isDecidable(suggestion) && (
            <Text as="span" variant="bodySm" tone="subdued">
              {words.t(`recommended.${best}`)}
            </Text>
          )}
        </td>
        <td className={styles['party']} data-label={words.t('column.responsible')}>
          {codeWords('party', claim.responsibility.party, words)}
        </td>
        <td className={styles['standing']}>
          <div className={styles['state']}>
            <StateBadge suggestion={suggestion} />
          </div>
          <DecisionActions
            suggestion={suggestion}
            deciding={deciding}
            decide={decide}
            formId={formId}
            openForm={openForm}
            onOpenForm={setOpenForm}
            isCompact
          />
        </td>
      </tr>
      {(openForm ?? note) && (
        <tr className={styles['below']} data-below={suggestion.id}>
          <td colSpan={7}>
            {openForm && (
              <DecisionForms
                id={formId}
                open={openForm}
                suggestion={suggestion}
                now={now}
                deciding={deciding}
                decide={decide}
                onClose={() => {
                  setOpenForm(null);
                }}
              />
            )}
            {note && (
              <DecisionNote
                result={note}
                suggestion={suggestion}
                onDismiss={() => {
                  forget(suggestion);
                }}
              />
            )}
          </td>
        </tr>
      )}
    </>
  );
});
