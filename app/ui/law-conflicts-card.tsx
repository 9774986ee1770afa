import { Banner, BlockStack, Link, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { rules } from '../domain/law/rules.ts';
import {
  conflictKey,
  type ConflictWeight,
  type LawConflict,
} from '../domain/published/conflicts.ts';
import type { Market } from '../domain/published/markets.ts';
import { codeWords } from './code-words.ts';
import { countriesWords } from './format.ts';
import { SectionCard } from './section-card.tsx';
import type { Words } from './words.ts';
import { settingsPath } from './settings-url.ts';
import { useWords } from './words-context.tsx';

/** Where the settings and the law do not agree: what to change, what the text sets right by itself, and what else to know. */
export function LawConflictsCard({
  conflicts,
  hasMarkets,
}: {
  readonly conflicts: readonly LawConflict[];
  readonly hasMarkets: boolean;
}) {
  const { t } = useWords();
  const of = (weight: ConflictWeight) => conflicts.filter((each) => each.weight === weight);
  const [contrary, covered, notes] = [of('contrary'), of('covered'), of('note')];
  return (
    <SectionCard title={t('return-policy.law')}>
      {contrary.length > 0 && (
        <Banner
          tone="warning"
          title={t('return-policy.contrary')}
          action={{ content: t('return-policy.settings'), url: settingsPath('returns') }}
        >
          <ConflictList conflicts={contrary} />
        </Banner>
      )}
      {contrary.length === 0 && hasMarkets && (
        <Banner tone="success">{t('return-policy.agrees')}</Banner>
      )}
      {covered.length > 0 && (
        <Part title={t('return-policy.covered')}>
          <Text as="p" tone="subdued">
            {t('return-policy.covered-what')}
          </Text>
          <ConflictList conflicts={covered} />
        </Part>
      )}
      {notes.length > 0 && (
        <Part title={t('return-policy.note')}>
          <ConflictList conflicts={notes} />
        </Part>
      )}
      <Text as="p" variant="bodySm" tone="subdued">
        {t('return-policy.help')}
      </Text>
    </SectionCard>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {title}
      </Text>
      {children}
    </BlockStack>
  );
}

/** Each with its place, what is the matter, what to change, and the rule it rests on. */
export function ConflictList({ conflicts }: { readonly conflicts: readonly LawConflict[] }) {
  const words = useWords();
  const { t, has } = words;
  return (
    <BlockStack gap="300" as="ul">
      {conflicts.map((conflict) => {
        const { code, market, rule, params } = conflict;
        const change = `law-conflict.${code}.change`;
        const { url } = rules[rule];
        return (
          <li key={conflictKey(conflict)}>
            <BlockStack gap="050">
              <Text as="p" fontWeight="semibold">
                {t(`law-conflict.${code}.title`)}
                {t('evidence-separator')}
                {placeWords(market, words)}
              </Text>
              <Text as="p">{t(`law-conflict.${code}.what`, params)}</Text>
              {has(change) && <Text as="p">{t(change, params)}</Text>}
              {url !== '' && (
                <Text as="p" variant="bodySm" tone="subdued">
                  <Link url={url} target="_blank" monochrome>
                    {codeWords('deadline', rule, words)}
                  </Link>
                </Text>
              )}
            </BlockStack>
          </li>
        );
      })}
    </BlockStack>
  );
}

function placeWords({ regime, countries }: Market, words: Words): string {
  if (!regime) return countriesWords(countries, words);
  const name = words.t(`regime.${regime}`);
  // Only the Union is more than one country.
  return regime === 'eu'
    ? words.t('return-policy.place', { regime: name, countries: countriesWords(countries, words) })
    : name;
}
