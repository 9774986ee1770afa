import { useRevalidator } from '@remix-run/react';
import { Banner, BlockStack, Button, InlineStack, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import {
  signsWithApiKey,
  trackingServices,
  type TrackingService,
} from '../domain/carriers/tracking-services.ts';
import { postCarrier } from './ask-server.ts';
import type {
  CarrierAsked,
  CarrierOutcome,
  ShownConnection,
  ShownRefusals,
} from './carrier-asked.ts';
import { CopyButton } from './copy-button.tsx';
import { FactList } from './fact-list.tsx';
import { instantWords, numberWords } from './format.ts';
import { SettingsSection } from './settings-section.tsx';
import { useWords } from './words-context.tsx';

interface CarriersData {
  readonly connections: readonly ShownConnection[];
  readonly refusals: readonly ShownRefusals[];
}

/** The tracking services that tell what carriers know, each off until it is connected. */
export function CarriersSections({ connections, refusals }: CarriersData) {
  return (
    <>
      {trackingServices.map((service) => (
        <ServiceSection
          key={service}
          service={service}
          connection={connections.find((each) => each.service === service) ?? null}
          refusals={refusals.filter((each) => each.service === service)}
        />
      ))}
    </>
  );
}

const usualCallsPerDay = '500';

function ServiceSection({
  service,
  connection,
  refusals,
}: {
  readonly service: TrackingService;
  readonly connection: ShownConnection | null;
  readonly refusals: readonly ShownRefusals[];
}) {
  const { t } = useWords();
  const { state, isAsking, ask } = useCarrier();
  const [apiKey, setApiKey] = useState('');
  const [webhookSecret, setWebhookSecret] = useState('');
  const [callsPerDay, setCallsPerDay] = useState(
    connection ? String(connection.callsPerDay) : usualCallsPerDay,
  );
  const save = async () => {
    const saved = await ask({ wish: 'connect', service, apiKey, webhookSecret, callsPerDay });
    if (saved?.outcome !== 'connected') return;
    // What is kept is never shown again.
    setApiKey('');
    setWebhookSecret('');
  };
  const kept = connection ? t('carriers.kept') : undefined;
  return (
    <SettingsSection title={t(`tracking-service.${service}`)} what={t(`carriers.what.${service}`)}>
      {connection ? (
        <ConnectionFacts connection={connection} refusals={refusals} />
      ) : (
        <Text as="p">{t('carriers.off')}</Text>
      )}
      <Answer state={state} />
      <TextField
        label={t('carriers.api-key')}
        type="password"
        value={apiKey}
        onChange={setApiKey}
        autoComplete="off"
        maxLength={500}
        helpText={kept}
      />
      {!signsWithApiKey(service) && (
        <TextField
          label={t('carriers.webhook-secret')}
          type="password"
          value={webhookSecret}
          onChange={setWebhookSecret}
          autoComplete="off"
          maxLength={500}
          helpText={
            connection && !connection.hasWebhookSecret ? t('carriers.secret-missing') : kept
          }
        />
      )}
      <TextField
        label={t('carriers.calls-per-day')}
        type="number"
        min={0}
        value={callsPerDay}
        onChange={setCallsPerDay}
        autoComplete="off"
        helpText={t('carriers.calls-what')}
      />
      <InlineStack align="end" gap="200">
        {connection && (
          <Button
            tone="critical"
            disabled={isAsking}
            onClick={() => void ask({ wish: 'disconnect', service })}
          >
            {t('carriers.disconnect')}
          </Button>
        )}
        <Button loading={isAsking} onClick={() => void save()}>
          {t(connection ? 'settings.save' : 'carriers.connect')}
        </Button>
      </InlineStack>
    </SettingsSection>
  );
}

function ConnectionFacts({
  connection,
  refusals,
}: {
  readonly connection: ShownConnection;
  readonly refusals: readonly ShownRefusals[];
}) {
  const words = useWords();
  const { t } = words;
  const { webhookUrl, heardAt, problem, problemAt, callsToday, callsPerDay } = connection;
  return (
    <BlockStack gap="400">
      {problem !== null && (
        <Banner tone="warning">
          {t('carriers.problem-at', {
            problem: t(`carriers.problem.${problem}`),
            at: problemAt ? instantWords(problemAt, words) : '',
          })}
        </Banner>
      )}
      <TextField
        label={t('carriers.webhook-url')}
        value={webhookUrl}
        autoComplete="off"
        readOnly
        monospaced
        selectTextOnFocus
        connectedRight={<CopyButton text={webhookUrl} label={t('connections.copy')} />}
      />
      <FactList
        facts={[
          { name: t('carriers.connected'), value: instantWords(connection.connectedAt, words) },
          {
            name: t('carriers.heard'),
            value: heardAt ? instantWords(heardAt, words) : t('connections.token.unused'),
          },
          {
            name: t('carriers.calls-today'),
            value: t('carriers.calls-of', {
              calls: numberWords(callsToday, words),
              most: numberWords(callsPerDay, words),
            }),
          },
          ...refusals.map(({ why, times }) => ({
            name: t(`carriers.refused.${why}`),
            value: numberWords(times, words),
          })),
        ]}
      />
      {refusals.length > 0 && (
        <Text as="p" tone="subdued">
          {t('carriers.refused-what')}
        </Text>
      )}
    </BlockStack>
  );
}

type State = CarrierOutcome['outcome'] | 'no-answer' | null;

function useCarrier() {
  const { revalidate } = useRevalidator();
  const [state, setState] = useState<State>(null);
  const [isAsking, setIsAsking] = useState(false);
  const ask = async (asked: CarrierAsked): Promise<CarrierOutcome | null> => {
    setIsAsking(true);
    const answer = await postCarrier(asked);
    setIsAsking(false);
    setState(answer?.outcome ?? 'no-answer');
    revalidate();
    return answer;
  };
  return { state, isAsking, ask };
}

function Answer({ state }: { readonly state: State }) {
  const { t } = useWords();
  switch (state) {
    case null:
      return null;
    case 'no-answer':
      return <Banner tone="warning">{t('settings.no-answer')}</Banner>;
    case 'connected':
    case 'disconnected':
      return <Banner tone="success">{t(`carriers.outcome.${state}`)}</Banner>;
    case 'key-missing':
    case 'unreadable':
      return <Banner tone="critical">{t(`carriers.outcome.${state}`)}</Banner>;
  }
}
