import { BlockStack, Checkbox, InlineGrid, Select, TextField } from '@shopify/polaris';
import type { SettingField } from '../domain/policy/all-settings.ts';
import type { PolicyProblem } from '../domain/policy/policy-problem.ts';
import type { Setting } from '../domain/policy/setting.ts';
import { LaneRulesField } from './lane-rules-field.tsx';
import type { SettingInput } from './setting-input.ts';
import { settingLabelKey, settingProblemWords } from './setting-words.ts';
import { isAbout, type PolicyDraft } from './use-policy-draft.ts';
import type { Words } from './words.ts';
import { useWords } from './words-context.tsx';

/** What a field says; the words of its setting, unless told otherwise. */
export interface FieldWords {
  readonly label: string;
  readonly help: string;
  readonly choiceLabel: (choice: string) => string;
  /** False for a choice that cannot be taken now. */
  readonly isChoiceOpen?: (choice: string) => boolean;
}

/** The fields of some settings, made from what they take. */
export function PolicyFields({
  fields,
  draft,
  currency,
  problems,
  wordsOf,
}: {
  readonly fields: readonly SettingField[];
  readonly draft: PolicyDraft;
  /** Of amounts; null where it is not known. */
  readonly currency: string | null;
  readonly problems: readonly PolicyProblem[];
  readonly wordsOf?: (path: string) => FieldWords;
}) {
  const words = useWords();
  const isWide = ({ setting }: SettingField) =>
    setting.type === 'texts' || setting.type === 'lane-rules';
  const fieldOf = (field: SettingField) => (
    <PolicyField
      key={field.path}
      field={field}
      words={(wordsOf ?? ((path) => settingWords(path, words)))(field.path)}
      input={draft.inputOf(field)}
      currency={currency}
      problems={problems.filter((found) => isAbout(found, field.path))}
      onChange={(input) => {
        draft.change(field.path, input);
      }}
    />
  );
  return (
    <BlockStack gap="400">
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400" alignItems="start">
        {fields.filter((field) => !isWide(field)).map(fieldOf)}
      </InlineGrid>
      {fields.filter(isWide).map(fieldOf)}
    </BlockStack>
  );
}

function settingWords(path: string, { t }: Words): FieldWords {
  const key = settingLabelKey(path);
  return {
    label: t(`policy.${key}.label`),
    help: t(`policy.${key}.help`),
    choiceLabel: (choice) => t(`policy-choice.${path}.${choice}`),
  };
}

function PolicyField({
  field: { path, setting },
  words: { label, help, choiceLabel, isChoiceOpen },
  input,
  currency,
  problems,
  onChange,
}: {
  readonly field: SettingField;
  readonly words: FieldWords;
  readonly input: SettingInput;
  readonly currency: string | null;
  readonly problems: readonly PolicyProblem[];
  readonly onChange: (input: SettingInput) => void;
}) {
  const words = useWords();
  const own = problems.find((found) => found.path === path);
  const shared = {
    id: path,
    label,
    helpText: help,
    ...(own ? { error: settingProblemWords(own, words) } : {}),
  };
  if (typeof input === 'boolean')
    return <Checkbox {...shared} checked={input} onChange={onChange} />;
  if (setting.type === 'lane-rules') {
    return (
      <LaneRulesField
        path={path}
        label={label}
        help={help}
        rules={typeof input === 'string' ? [] : input}
        problems={problems}
        onChange={onChange}
      />
    );
  }
  const text = typeof input === 'string' ? input : '';
  if (setting.type === 'choice') {
    return (
      <Select
        {...shared}
        options={setting.choices.map((choice) => ({
          value: choice,
          label: choiceLabel(choice),
          disabled: choice !== text && isChoiceOpen?.(choice) === false,
        }))}
        value={text}
        onChange={onChange}
      />
    );
  }
  return (
    <TextField
      {...shared}
      value={text}
      autoComplete="off"
      onChange={onChange}
      {...(setting.type === 'texts' ? { multiline: 3 } : {})}
      {...keyboardOf(setting)}
      {...(setting.type === 'amount' && currency ? { suffix: currency } : {})}
    />
  );
}

/** What a phone shows to type with. */
function keyboardOf({ type }: Setting): { readonly inputMode?: 'decimal' | 'numeric' } {
  if (type === 'amount') return { inputMode: 'decimal' };
  return type === 'number' ? { inputMode: 'numeric' } : {};
}
