import { BlockStack, InlineGrid, Select, Text } from '@shopify/polaris';
import { messageKinds, messages, type Message } from '../domain/messages/message-kinds.ts';
import { languageWords } from './format.ts';
import { useWords } from './words-context.tsx';

/** Which message is reworded, in which language; those that already are say so. */
export function MessageChoice({
  message,
  language,
  isOwn,
  onMessage,
  onLanguage,
}: {
  readonly message: Message;
  readonly language: string;
  readonly isOwn: (message: Message, language: string) => boolean;
  readonly onMessage: (message: Message) => void;
  readonly onLanguage: (language: string) => void;
}) {
  const words = useWords();
  const { t } = words;
  const languagesOf = (of: Message): readonly string[] => messageKinds[of].languages;
  const marked = (name: string, own: boolean) => (own ? t('messages.with-own', { name }) : name);
  const optionOf = (value: Message) => ({
    value,
    label: marked(
      t(`messages.name.${value}`),
      languagesOf(value).some((each) => isOwn(value, each)),
    ),
  });
  return (
    <BlockStack gap="400">
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400">
        <Select
          label={t('messages.message')}
          options={(['buyer', 'carrier'] as const).map((to) => ({
            title: t(`messages.to.${to}`),
            options: messages.filter((each) => messageKinds[each].to === to).map(optionOf),
          }))}
          value={message}
          onChange={(value) => {
            onMessage(messages.find((each) => each === value) ?? message);
          }}
        />
        <Select
          label={t('messages.language')}
          options={languagesOf(message).map((value) => ({
            value,
            label: marked(languageWords(value, words), isOwn(message, value)),
          }))}
          value={language}
          onChange={onLanguage}
        />
      </InlineGrid>
      <Text as="p" tone="subdued">
        {t(`messages.when.${message}`)}
      </Text>
    </BlockStack>
  );
}
