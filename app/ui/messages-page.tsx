import { useState } from 'react';
import { languageFor, messages, type Message } from '../domain/messages/message-kinds.ts';
import type { SettingField } from '../domain/policy/all-settings.ts';
import type { PolicyProblem } from '../domain/policy/policy-problem.ts';
import { MessageChoice } from './message-choice.tsx';
import { MessageEditor } from './message-editor.tsx';
import { SettingsFrame, type SettingsForm, type SettingsFrameData } from './settings-frame.tsx';
import { SettingsSection } from './settings-section.tsx';
import { wordingPath } from './wording-label.ts';
import { useWords } from './words-context.tsx';

export interface MessagesPageData extends SettingsFrameData {
  /** One for each message in each of its languages. */
  readonly fields: readonly SettingField[];
}

/** What the app says to buyers and carriers, in the merchant's own words where he has some. */
export function MessagesPage({ data }: { readonly data: MessagesPageData }) {
  const { t } = useWords();
  return (
    <SettingsFrame part="messages" data={data} fields={data.fields}>
      {(_show, form) => (
        <SettingsSection title={t('messages.title')} what={t('messages.what')}>
          <Rewording data={data} form={form} />
        </SettingsSection>
      )}
    </SettingsFrame>
  );
}

interface Chosen {
  readonly message: Message;
  readonly language: string;
}

function Rewording({
  data,
  form: { draft, problems },
}: {
  readonly data: MessagesPageData;
  readonly form: SettingsForm;
}) {
  const { language: spoken } = useWords();
  const [chosen, setChosen] = useState<Chosen>(() => ({
    message: 'buyer-question',
    language: languageFor('buyer-question', spoken),
  }));
  useLeadToProblem(draft.problems, data.fields, setChosen);
  const path = wordingPath(chosen.message, chosen.language);
  const field = data.fields.find((each) => each.path === path);
  const isOwn = (message: Message, language: string) => {
    const own = data.fields.find((each) => each.path === wordingPath(message, language));
    return own !== undefined && draft.inputOf(own) !== '';
  };
  return (
    <>
      <MessageChoice
        {...chosen}
        isOwn={isOwn}
        onMessage={(message) => {
          setChosen({ message, language: languageFor(message, chosen.language) });
        }}
        onLanguage={(language) => {
          setChosen({ ...chosen, language });
        }}
      />
      {field && (
        <MessageEditor
          // What is typed of one message is not another's.
          key={path}
          {...chosen}
          field={field}
          about={data}
          draft={draft}
          problem={problems.find((found) => found.path === path) ?? null}
        />
      )}
    </>
  );
}

/** A save that failed leads to the text that is wrong, which may not be the one that is shown. */
function useLeadToProblem(
  problems: readonly PolicyProblem[],
  fields: readonly SettingField[],
  choose: (chosen: Chosen) => void,
): void {
  const [known, setKnown] = useState(problems);
  if (known === problems) return;
  setKnown(problems);
  const [first] = problems;
  // Fewer than before: one of them is being corrected.
  if (!first || problems.length <= known.length) return;
  const field = fields.find(({ path }) => path === first.path);
  const message = messages.find((each) => field?.path.startsWith(wordingPath(each, '')));
  if (!field || !message) return;
  choose({ message, language: field.path.slice(wordingPath(message, '').length) });
}
