import { BlockStack, Button, List, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { messageKinds, type Message } from '../domain/messages/message-kinds.ts';
import { fillIn, written } from '../domain/messages/variables.ts';
import type { SettingField } from '../domain/policy/all-settings.ts';
import type { PolicyProblem } from '../domain/policy/policy-problem.ts';
import type { ExampleAbout } from './message-examples.ts';
import styles from './messages-page.module.css';
import { settingProblemWords } from './setting-words.ts';
import { useExampleMessage } from './use-example-message.ts';
import type { PolicyDraft } from './use-policy-draft.ts';
import { wordingLabel } from './wording-label.ts';
import { useWords } from './words-context.tsx';

/** One message in one language: its text, what it may hold, and how it reads. */
export function MessageEditor({
  message,
  language,
  field,
  about,
  draft,
  problem,
}: {
  readonly message: Message;
  readonly language: string;
  readonly field: SettingField;
  readonly about: ExampleAbout;
  readonly draft: PolicyDraft;
  readonly problem: PolicyProblem | null;
}) {
  const words = useWords();
  const { t } = words;
  // Emptied to be written anew: ours, and not shown before the field is left.
  const [isEmptied, setIsEmptied] = useState(false);
  const example = useExampleMessage(message, language, about);
  const input = draft.inputOf(field);
  const own = typeof input === 'string' ? input : '';
  const ours = example?.ours ?? '';
  const text = own === '' ? ours : own;
  const type = (typed: string) => {
    setIsEmptied(typed === '');
    draft.change(field.path, typed === ours ? '' : typed);
  };
  return (
    <BlockStack gap="400">
      <TextField
        id={field.path}
        label={wordingLabel(field.path, words) ?? field.path}
        helpText={t(own === '' ? 'messages.is-ours' : 'messages.is-own')}
        value={isEmptied ? '' : text}
        multiline={6}
        readOnly={!example && own === ''}
        autoComplete="off"
        onChange={type}
        onBlur={() => {
          setIsEmptied(false);
        }}
        {...(problem ? { error: settingProblemWords(problem, words) } : {})}
      />
      <div>
        <Button
          disabled={own === ''}
          onClick={() => {
            type(ours);
          }}
        >
          {t('messages.use-ours')}
        </Button>
      </div>
      <Variables message={message} />
      <BlockStack gap="200">
        <Text as="h3" variant="headingSm">
          {t('messages.preview')}
        </Text>
        <article
          className={styles['preview']}
          lang={language}
          dir="auto"
          aria-label={t('messages.preview')}
        >
          {fillIn(text, example?.fillings ?? {})}
        </article>
      </BlockStack>
    </BlockStack>
  );
}

function Variables({ message }: { readonly message: Message }) {
  const { t } = useWords();
  const { variables, needed }: { variables: readonly string[]; needed: readonly string[] } =
    messageKinds[message];
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {t('messages.variables')}
      </Text>
      <List>
        {variables.map((name) => (
          <List.Item key={name}>
            <span className={styles['variable']}>
              {t(needed.includes(name) ? 'messages.must-hold' : 'messages.may-hold', {
                variable: written(name),
                meaning: t(`messages.variable.${name}`),
              })}
            </span>
          </List.Item>
        ))}
      </List>
    </BlockStack>
  );
}
