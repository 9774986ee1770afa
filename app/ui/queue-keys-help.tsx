import { BlockStack, Box, Button, Checkbox, Text } from '@shopify/polaris';
import { useCallback, useId, useRef, useState } from 'react';
import { turnKeys, useKeysOn } from './keys-on.ts';
import { queueKeyNames, queueKeys } from './queue-keys.ts';
import { useEscape } from './use-escape.ts';
import { useQueueKeys } from './use-queue-keys.ts';
import { useWords } from './words-context.tsx';
import styles from './queue-keys.module.css';

/** The queue's keys, and their list; whoever speaks to the page, or strays onto them, turns them off. */
export function QueueKeysHelp() {
  const { t } = useWords();
  const panelId = useId();
  const isOn = useKeysOn();
  const [isOpen, setIsOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const cameFrom = useRef<Element | null>(null);
  const toggle = useCallback(() => {
    setIsOpen(!isOpen);
    if (!isOpen) {
      cameFrom.current = document.activeElement;
      place.current?.querySelector('button')?.focus();
    } else if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus();
  }, [isOpen]);
  const close = useCallback(() => {
    if (isOpen) toggle();
  }, [isOpen, toggle]);
  useEscape(place, close);
  useQueueKeys({ isOn, onHelp: toggle });
  return (
    <div ref={place} className={styles['help']}>
      <Button variant="plain" ariaExpanded={isOpen} ariaControls={panelId} onClick={toggle}>
        {t('keys.button')}
      </Button>
      <div id={panelId} hidden={!isOpen}>
        <Box padding="300" background="bg-surface-secondary" borderRadius="200">
          <BlockStack gap="300">
            <dl className={styles['list']}>
              {queueKeyNames.map((name) => (
                <div key={name}>
                  <dt>
                    <kbd>{queueKeys[name]}</kbd>
                  </dt>
                  <dd>{t(`keys.${name}`)}</dd>
                </div>
              ))}
            </dl>
            <Text as="p" variant="bodySm" tone="subdued">
              {t('keys.where')}
            </Text>
            <Checkbox label={t('keys.on')} checked={isOn} onChange={turnKeys} />
          </BlockStack>
        </Box>
      </div>
    </div>
  );
}
