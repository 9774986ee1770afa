import { useRevalidator } from '@remix-run/react';
import {
  Banner,
  Button,
  Checkbox,
  InlineGrid,
  InlineStack,
  Select,
  TextField,
} from '@shopify/polaris';
import { useState, type ReactNode } from 'react';
import type { PolicyProblem } from '../domain/policy/policy-problem.ts';
import type { Setting, Settings } from '../domain/policy/setting.ts';
import { showToast } from './admin-frame.ts';
import { useAnnounce } from './announcer.tsx';
import { postPolicy } from './ask-server.ts';
import { evidenceWords } from './evidence-words.ts';
import type { PolicySection } from './policy-asked.ts';
import { useWords } from './words-context.tsx';

type Value = string | number | boolean | null;
type Values = Readonly<Record<string, Value>>;

/** What a field says; the words of its setting, unless told otherwise. */
interface FieldWords {
  readonly label: string;
  readonly help: string;
  readonly choiceLabel: (choice: string) => string;
  /** False for a choice that cannot be taken now. */
  readonly isChoiceOpen?: (choice: string) => boolean;
}

/** The fields of one section of the policy, made from its settings; what is typed stays until it is saved. */
export function PolicyForm({
  section,
  settings,
  values,
  version,
  currency,
  beside,
  fieldOf,
  onSaved,
}: {
  readonly section: PolicySection;
  readonly settings: Settings;
  readonly values: Values;
  /** The policy's, as it was read. */
  readonly version: number;
  /** Of amounts; null where it is not known. */
  readonly currency: string | null;
  /** Stands beside the button. */
  readonly beside?: ReactNode;
  readonly fieldOf?: (name: string) => FieldWords;
  /** Told the version from now on, before the page has read it again. */
  readonly onSaved: (version: number) => void;
}) {
  const { t } = useWords();
  const wordsOfSetting = (name: string): FieldWords => ({
    label: t(`policy.${section}.${name}.label`),
    help: t(`policy.${section}.${name}.help`),
    choiceLabel: (choice) => t(`policy-choice.${section}.${name}.${choice}`),
  });
  const announce = useAnnounce();
  const { revalidate } = useRevalidator();
  const [typed, setTyped] = useState<Values>({});
  const [isSaving, setIsSaving] = useState(false);
  const [problems, setProblems] = useState<readonly PolicyProblem[]>([]);
  const [notice, setNotice] = useState<'stale' | 'no-answer' | null>(null);
  const changed = Object.fromEntries(
    Object.entries(typed).filter(([name, value]) => value !== textOf(values[name])),
  );
  const save = async () => {
    setIsSaving(true);
    setProblems([]);
    setNotice(null);
    const sent = Object.fromEntries(
      Object.entries(changed).map(([name, value]) => [name, valueIn(settings[name], value)]),
    );
    const answer = await postPolicy({ section, version, values: JSON.stringify(sent) });
    setIsSaving(false);
    if (answer?.outcome === 'invalid') {
      setProblems(answer.problems);
      return;
    }
    if (answer?.outcome === 'saved') {
      const said = t('settings.saved');
      announce(said);
      showToast(said);
      setTyped({});
      onSaved(answer.version);
    } else setNotice(answer?.outcome === 'stale' ? 'stale' : 'no-answer');
    revalidate();
  };
  return (
    <>
      {notice && (
        <Banner tone="warning">
          {t(notice === 'stale' ? 'settings.stale' : 'settings.no-answer')}
        </Banner>
      )}
      <InlineGrid columns={{ xs: 1, md: 2 }} gap="400" alignItems="start">
        {Object.entries(settings).map(([name, setting]) => (
          <PolicyField
            key={name}
            field={(fieldOf ?? wordsOfSetting)(name)}
            setting={setting}
            value={typed[name] ?? textOf(values[name])}
            currency={currency}
            problem={problems.find(({ path }) => path === `${section}.${name}`) ?? null}
            onChange={(value) => {
              setTyped((before) => ({ ...before, [name]: value }));
            }}
          />
        ))}
      </InlineGrid>
      <InlineStack gap="300" blockAlign="center" align={beside ? 'space-between' : 'end'}>
        {beside}
        <Button
          variant="primary"
          disabled={Object.keys(changed).length === 0}
          loading={isSaving}
          onClick={() => void save()}
        >
          {t('settings.save')}
        </Button>
      </InlineStack>
    </>
  );
}

/** A setting as its field shows it: yes or no, or a text. */
function textOf(value: Value | undefined): string | boolean {
  return typeof value === 'boolean' ? value : String(value ?? '');
}

/** What was typed as the setting's value; what is none goes as it is, and the policy's check says so. */
function valueIn(setting: Setting | undefined, typed: Value): Value {
  if (typeof typed !== 'string') return typed;
  const text = typed.trim();
  if (setting?.type === 'amount') return text === '' ? null : text;
  return setting?.type === 'number' && /^\d{1,9}$/.test(text) ? Number(text) : typed;
}

function PolicyField({
  field,
  setting,
  value,
  currency,
  problem,
  onChange,
}: {
  readonly field: FieldWords;
  readonly setting: Setting;
  readonly value: Value;
  readonly currency: string | null;
  readonly problem: PolicyProblem | null;
  readonly onChange: (value: Value) => void;
}) {
  const words = useWords();
  const { label, help, choiceLabel, isChoiceOpen } = field;
  const shared = {
    label,
    helpText: help,
    ...(problem
      ? { error: evidenceWords({ ...problem, at: null }, words, { tree: 'policy-problem' }) }
      : {}),
  };
  if (setting.type === 'flag') {
    const checked = value === true;
    return <Checkbox {...shared} checked={checked} onChange={onChange} />;
  }
  if (setting.type === 'choice') {
    return (
      <Select
        {...shared}
        options={setting.choices.map((choice) => ({
          value: choice,
          label: choiceLabel(choice),
          disabled: choice !== value && isChoiceOpen?.(choice) === false,
        }))}
        value={String(value)}
        onChange={onChange}
      />
    );
  }
  return (
    <TextField
      {...shared}
      value={String(value)}
      inputMode={setting.type === 'amount' ? 'decimal' : 'numeric'}
      autoComplete="off"
      onChange={onChange}
      {...(setting.type === 'amount' && currency ? { suffix: currency } : {})}
    />
  );
}
