import { useRevalidator } from '@remix-run/react';
import { useState } from 'react';
import type { SettingField } from '../domain/policy/all-settings.ts';
import type { PolicyProblem } from '../domain/policy/policy-problem.ts';
import { showToast } from './admin-frame.ts';
import { useAnnounce } from './announcer.tsx';
import { postPolicy } from './ask-server.ts';
import { inputOf, valueOf, type SettingInput } from './setting-input.ts';
import { useWords } from './words-context.tsx';

type Inputs = Readonly<Record<string, SettingInput>>;

export type DraftNotice = 'stale' | 'no-answer';

/** What a page of settings holds that is not saved yet. */
export interface PolicyDraft {
  /** What is typed, else what is set. */
  readonly inputOf: (field: SettingField) => SettingInput;
  readonly change: (path: string, input: SettingInput) => void;
  /** What is to be saved, by path; the same object while nothing is typed. */
  readonly changes: Readonly<Record<string, unknown>>;
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  /** What the last try to save found wrong. */
  readonly problems: readonly PolicyProblem[];
  readonly notice: DraftNotice | null;
  readonly save: () => Promise<void>;
  readonly discard: () => void;
}

/** One's own change is no news, however long the page takes to follow. */
interface Saved {
  readonly version: number;
  readonly inputs: Inputs;
}

export function usePolicyDraft(fields: readonly SettingField[], version: number): PolicyDraft {
  const { t } = useWords();
  const announce = useAnnounce();
  const { revalidate } = useRevalidator();
  const [typed, setTyped] = useState<Inputs>({});
  const [saved, setSaved] = useState<Saved>({ version, inputs: {} });
  const [isSaving, setIsSaving] = useState(false);
  const [problems, setProblems] = useState<readonly PolicyProblem[]>([]);
  const [notice, setNotice] = useState<DraftNotice | null>(null);
  const ahead = saved.version > version ? saved.inputs : {};
  const standing = (field: SettingField) => ahead[field.path] ?? inputOf(field.value);
  const changes = Object.fromEntries(
    fields.flatMap((field) => {
      const input = typed[field.path];
      if (input === undefined) return [];
      const value = valueOf(field.setting, input);
      return isSame(value, valueOf(field.setting, standing(field))) ? [] : [[field.path, value]];
    }),
  );
  const save = async () => {
    setIsSaving(true);
    setProblems([]);
    setNotice(null);
    const asked = { version: Math.max(version, saved.version), values: JSON.stringify(changes) };
    const answer = await postPolicy(asked);
    setIsSaving(false);
    if (answer?.outcome === 'invalid') {
      setProblems(answer.problems);
      announce(t('settings.invalid'));
      return;
    }
    if (answer?.outcome === 'saved') {
      const said = t('settings.saved');
      announce(said);
      showToast(said);
      const inputs = Object.fromEntries(
        Object.entries(typed).filter(([path]) => Object.hasOwn(changes, path)),
      );
      setSaved({ version: answer.version, inputs: { ...ahead, ...inputs } });
      // What was typed while it was saved is not.
      setTyped((now) =>
        Object.fromEntries(Object.entries(now).filter(([path, input]) => input !== typed[path])),
      );
    } else setNotice(answer?.outcome === 'stale' ? 'stale' : 'no-answer');
    revalidate();
  };
  return {
    inputOf: (field) => typed[field.path] ?? standing(field),
    change(path, input) {
      setTyped((before) => ({ ...before, [path]: input }));
      setProblems((before) => before.filter((found) => !isAbout(found, path)));
    },
    changes,
    isDirty: Object.keys(changes).length > 0,
    isSaving,
    problems,
    notice,
    save,
    discard() {
      setTyped({});
      setProblems([]);
      setNotice(null);
    },
  };
}

/** Also where the problem is in one of the setting's rules. */
export function isAbout(found: PolicyProblem, path: string): boolean {
  return found.path === path || found.path.startsWith(`${path}[`);
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
