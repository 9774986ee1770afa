import { Select, TextField } from '@shopify/polaris';
import { languages, type Language } from '../locales/load-words.ts';
import { CopyButton } from './copy-button.tsx';
import { useWords } from './words-context.tsx';

/** A text that only has to be copied and sent, in the language of whoever gets it. */
export function MessageToSend({
  language,
  onLanguage,
  message,
  label,
  copyLabel,
}: {
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  readonly message: string;
  readonly label: string;
  readonly copyLabel: string;
}) {
  const { t } = useWords();
  return (
    <>
      <Select
        label={t('inquiry.language')}
        options={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
        value={language}
        onChange={(chosen) => {
          onLanguage(languages.find((known) => known === chosen) ?? language);
        }}
      />
      <TextField
        label={label}
        value={message}
        multiline={5}
        readOnly
        autoComplete="off"
        selectTextOnFocus
      />
      <CopyButton text={message} label={copyLabel} />
    </>
  );
}
