import { useEffect, useMemo, useState } from 'react';
import type { SettingField } from '../domain/policy/all-settings.ts';
import { checkSetting } from '../domain/policy/check-setting.ts';
import type { PolicyProblem } from '../domain/policy/policy-problem.ts';
import { postPreview } from './ask-server.ts';
import type { PreviewOutcome } from './policy-asked.ts';

/** Whoever is still typing is not asked about yet. */
const pauseMs = 400;

export type Preview = PreviewOutcome | { readonly outcome: 'asking' | 'no-answer' };

/** Changes as they are asked about, where there are none. */
const nothing = '{}';

const asking: Preview = { outcome: 'asking' };
const none: readonly PolicyProblem[] = [];

/** What would come of the changes, and what is wrong with them. What is wrong by itself is known without asking. */
export function usePolicyPreview(
  fields: readonly SettingField[],
  changes: Readonly<Record<string, unknown>>,
): { readonly preview: Preview; readonly problems: readonly PolicyProblem[] } {
  const asked = JSON.stringify(changes);
  const own = useMemo(() => problemsIn(fields, asked), [fields, asked]);
  const [answered, setAnswered] = useState<{ readonly asked: string; readonly preview: Preview }>({
    asked: nothing,
    preview: asking,
  });
  const [shown, setShown] = useState(none);
  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(() => {
      setShown(own);
      if (own.length > 0 || asked === nothing) return;
      void postPreview(JSON.parse(asked) as Readonly<Record<string, unknown>>).then((answer) => {
        if (!isWanted) return;
        setAnswered({ asked, preview: answer ?? { outcome: 'no-answer' } });
        if (answer?.outcome === 'invalid') setShown(answer.problems);
      });
    }, pauseMs);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [asked, own]);
  if (asked === nothing) return { preview: asking, problems: none };
  if (own.length > 0) return { preview: { outcome: 'invalid', problems: own }, problems: shown };
  return { preview: answered.asked === asked ? answered.preview : asking, problems: shown };
}

function problemsIn(fields: readonly SettingField[], asked: string): readonly PolicyProblem[] {
  const values = new Map(Object.entries(JSON.parse(asked) as Readonly<Record<string, unknown>>));
  const found = fields
    .filter(({ path }) => values.has(path))
    .flatMap(({ path, setting }) => checkSetting(path, values.get(path), setting));
  return found.length > 0 ? found : none;
}
