import {
  BlockStack,
  Box,
  Button,
  InlineError,
  InlineGrid,
  InlineStack,
  Text,
  TextField,
} from '@shopify/polaris';
import type { PolicyProblem } from '../domain/policy/policy-problem.ts';
import { emptyRule, type RuleInput } from './setting-input.ts';
import { settingProblemWords } from './setting-words.ts';
import { useWords } from './words-context.tsx';

const fieldNames = Object.keys(emptyRule) as readonly (keyof RuleInput)[];
const dayFields: ReadonlySet<keyof RuleInput> = new Set([
  'neverScannedDays',
  'silentDays',
  'lostDays',
]);

/** The merchant's own rules for some lanes, in the order in which they are asked. */
export function LaneRulesField({
  path,
  label,
  help,
  rules,
  problems,
  onChange,
}: {
  readonly path: string;
  readonly label: string;
  readonly help: string;
  readonly rules: readonly RuleInput[];
  /** Those of all rules. */
  readonly problems: readonly PolicyProblem[];
  readonly onChange: (rules: readonly RuleInput[]) => void;
}) {
  const words = useWords();
  const { t } = words;
  const addId = `${path}.add`;
  const own = problems.find((found) => found.path === path);
  return (
    <BlockStack gap="300">
      <BlockStack gap="100">
        <Text as="h3" variant="headingSm">
          {label}
        </Text>
        <Text as="p" tone="subdued">
          {help}
        </Text>
      </BlockStack>
      {rules.length === 0 && <Text as="p">{t('settings.rules.none')}</Text>}
      {rules.map((rule, index) => (
        <LaneRuleFields
          key={index}
          path={`${path}[${index}]`}
          number={index + 1}
          rule={rule}
          problems={problems}
          onChange={(changed) => {
            onChange(rules.with(index, changed));
          }}
          onMoveUp={
            index === 0
              ? null
              : () => {
                  onChange(swapped(rules, index));
                }
          }
          onRemove={() => {
            onChange(rules.toSpliced(index, 1));
            // The button that had the focus goes with its rule.
            document.getElementById(addId)?.focus();
          }}
        />
      ))}
      {own && <InlineError fieldID={addId} message={settingProblemWords(own, words)} />}
      <InlineStack>
        <Button
          id={addId}
          onClick={() => {
            onChange([...rules, emptyRule]);
          }}
        >
          {t('settings.rules.add')}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}

function LaneRuleFields({
  path,
  number,
  rule,
  problems,
  onChange,
  onMoveUp,
  onRemove,
}: {
  readonly path: string;
  readonly number: number;
  readonly rule: RuleInput;
  readonly problems: readonly PolicyProblem[];
  readonly onChange: (rule: RuleInput) => void;
  /** Null for the first. */
  readonly onMoveUp: (() => void) | null;
  readonly onRemove: () => void;
}) {
  const words = useWords();
  const { t } = words;
  const name = t('settings.rules.rule', { number });
  return (
    <Box borderColor="border" borderWidth="025" borderRadius="200" padding="300">
      <div role="group" aria-label={name}>
        <BlockStack gap="300">
          <InlineStack gap="200" align="space-between" blockAlign="center">
            <Text as="span" fontWeight="semibold">
              {name}
            </Text>
            <InlineStack gap="200">
              {onMoveUp && (
                <Button
                  size="slim"
                  accessibilityLabel={t('settings.rules.move-up-of', { number })}
                  onClick={onMoveUp}
                >
                  {t('settings.rules.move-up')}
                </Button>
              )}
              <Button
                size="slim"
                accessibilityLabel={t('settings.rules.remove-of', { number })}
                onClick={onRemove}
              >
                {t('settings.rules.remove')}
              </Button>
            </InlineStack>
          </InlineStack>
          <InlineGrid columns={{ xs: 1, sm: 2, md: 4 }} gap="300" alignItems="end">
            {fieldNames.map((field) => {
              const at = `${path}.${field}`;
              const found = problems.find((each) => each.path === at);
              return (
                <TextField
                  key={field}
                  id={at}
                  label={t(`settings.rules.${field}`)}
                  placeholder={t(
                    dayFields.has(field) ? 'settings.rules.general' : 'settings.rules.any',
                  )}
                  value={rule[field]}
                  autoComplete="off"
                  inputMode={dayFields.has(field) ? 'numeric' : 'text'}
                  onChange={(text) => {
                    onChange({ ...rule, [field]: text });
                  }}
                  {...(found ? { error: settingProblemWords(found, words) } : {})}
                />
              );
            })}
          </InlineGrid>
        </BlockStack>
      </div>
    </Box>
  );
}

/** With the rule before the one that it followed. */
function swapped(rules: readonly RuleInput[], index: number): readonly RuleInput[] {
  const [moved] = rules.slice(index, index + 1);
  return moved ? rules.toSpliced(index, 1).toSpliced(index - 1, 0, moved) : rules;
}
