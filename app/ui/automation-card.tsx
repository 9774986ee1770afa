import { BlockStack, InlineStack, Link, Text } from '@shopify/polaris';
import { decidedOf } from '../domain/automation.ts';
import { hasAutomation, watchedOf } from '../domain/overview/automation-figures.ts';
import type {
  AutomationFigures,
  AutomationModes,
  WatchedGround,
} from '../domain/overview/figures.ts';
import { activityUrl, everyActivity } from './activity-url.ts';
import { codeWords } from './code-words.ts';
import { FactList } from './fact-list.tsx';
import { FiguresTable } from './figures-table.tsx';
import { joinSentences, moneyWords, numberWords } from './format.ts';
import { partWords } from './part-words.ts';
import { SectionCard } from './section-card.tsx';
import { settingsPath } from './settings-url.ts';
import type { Words } from './words.ts';
import { useWords } from './words-context.tsx';

/** What was paid in the period without a click, what came between, and what would have been paid. */
export function AutomationCard({ automation }: { readonly automation: AutomationFigures }) {
  const words = useWords();
  const { t } = words;
  const { modes, watched } = automation;
  const isActive = hasAutomation(automation);
  return (
    <SectionCard title={t('overview.automation.title')}>
      <Text as="p" tone="subdued">
        {modesWords(modes, words)}
      </Text>
      {isActive || modes.on > 0 ? <PaidFacts automation={automation} words={words} /> : null}
      {watched.length > 0 ? (
        <WatchedGrounds watched={watched} words={words} />
      ) : (
        modes.watching > 0 && (
          <Text as="p" tone="subdued">
            {t('overview.automation.nothing-watched')}
          </Text>
        )
      )}
      <InlineStack gap="400">
        <Link url={settingsPath('refunds')}>{t('overview.automation.settings')}</Link>
        {isActive && (
          <Link url={activityUrl({ ...everyActivity, actor: 'system' })}>
            {t('overview.automation.trail')}
          </Link>
        )}
      </InlineStack>
    </SectionCard>
  );
}

function modesWords({ on, watching }: AutomationModes, words: Words): string {
  const { t } = words;
  if (on + watching === 0) return t('overview.automation.off');
  if (on === 0) return t('overview.automation.watching', { count: watching });
  return joinSentences(
    [
      t('overview.automation.on', { count: on }),
      ...(watching > 0 ? [t('overview.automation.others-watched', { count: watching })] : []),
    ],
    words,
  );
}

function PaidFacts({
  automation: { paid, undone, stopped, capped },
  words,
}: {
  readonly automation: AutomationFigures;
  readonly words: Words;
}) {
  const { t } = words;
  const fact = (name: string, value: string) => ({
    name,
    value: (
      <Text as="span" numeric>
        {value}
      </Text>
    ),
  });
  const sums =
    paid.length === 0
      ? [fact(t('overview.automation.paid-none'), numberWords(0, words))]
      : paid.map(({ count, amount }) =>
          fact(t('overview.automation.paid', { count }), moneyWords(amount, words)),
        );
  const came = (what: 'undone' | 'stopped' | 'capped', count: number) =>
    fact(t(`overview.automation.${what}`), numberWords(count, words));
  return (
    <FactList
      facts={[...sums, came('undone', undone), came('stopped', stopped), came('capped', capped)]}
    />
  );
}

/** In all, and ground by ground. */
function WatchedGrounds({
  watched,
  words,
}: {
  readonly watched: readonly WatchedGround[];
  readonly words: Words;
}) {
  const { t } = words;
  const { count, decided, agreed } = watchedOf(watched);
  const title = t('overview.automation.watched');
  return (
    <BlockStack gap="300">
      <Text as="h3" variant="headingSm">
        {title}
      </Text>
      <Text as="p">
        {joinSentences(
          [
            t('overview.automation.would-have-paid', { count }),
            decided === 0
              ? t('overview.automation.undecided')
              : t('overview.automation.agreement', { part: partWords(agreed, decided, words) }),
          ],
          words,
        )}
      </Text>
      <FiguresTable
        stacks
        caption={title}
        heads={['ground', 'count', 'agreed', 'otherwise', 'disagreed', 'open'].map((head) =>
          t(`overview.automation.head.${head}`),
        )}
        rows={watched.map((row) => [
          codeWords('ground', row.ground, words),
          ...[row.count, row.agreed, row.otherwise, row.disagreed].map((number) =>
            numberWords(number, words),
          ),
          numberWords(row.count - decidedOf(row), words),
        ])}
      />
    </BlockStack>
  );
}
