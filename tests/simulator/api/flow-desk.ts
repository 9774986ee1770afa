import { createHmac, randomUUID } from 'node:crypto';
import { readExtensions } from '../../../scripts/extensions/read-extensions.ts';
import { readConfig, type FlowField } from '../../../scripts/extensions/extension-config.ts';

/** A trigger that a shop's Flow was told of. */
export interface FlowEvent {
  readonly shop: string;
  readonly handle: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface FlowDesk {
  /** What is wrong with it; nothing where the workflows start. */
  receive(event: FlowEvent): readonly { readonly field: null; readonly message: string }[];
  readonly events: readonly FlowEvent[];
}

/** "must be under 50000 bytes" */
const mostBytes = 50_000;

/** Takes what the triggers in extensions/ take: they are what would be deployed. */
export function openFlowDesk(): FlowDesk {
  const triggers = new Map<string, readonly FlowField[]>();
  for (const { config } of readExtensions()) {
    const read = readConfig(config);
    if (read.outcome === 'trigger') {
      triggers.set(read.config.extensions[0].handle, read.config.settings.fields);
    }
  }
  const events: FlowEvent[] = [];
  return {
    events,
    receive(event) {
      const problems = problemsOf(event, triggers.get(event.handle));
      if (problems.length === 0) events.push(event);
      return problems.map((message) => ({ field: null, message }));
    },
  };
}

function problemsOf({ handle, payload }: FlowEvent, fields: readonly FlowField[] | undefined) {
  if (!fields) return [`there is no trigger ${handle}`];
  const size = Buffer.byteLength(JSON.stringify(payload));
  const byKey = new Map(fields.map((field) => [keyOf(field), field.type]));
  const wrong = Object.entries(payload).filter(([key, value]) => !fits(byKey.get(key), value));
  return [
    ...(size < mostBytes ? [] : [`the payload has ${size} bytes`]),
    ...wrong.map(([key]) => `${key} is no field of ${handle}, or not of its type`),
    ...[...byKey]
      // A guest's order has no customer.
      .filter(([key, type]) => type !== 'customer_reference' && !(key in payload))
      .map(([key]) => `${key} is missing`),
  ];
}

function keyOf(field: FlowField): string {
  return 'key' in field ? field.key : field.type.replace('_reference', '_id');
}

function fits(type: string | undefined, value: unknown): boolean {
  switch (type) {
    case undefined:
      return false;
    case 'boolean':
      return typeof value === 'boolean';
    case 'number_decimal':
      return typeof value === 'number';
    case 'single_line_text_field':
      return typeof value === 'string' && !value.includes('\n');
    default:
      return type.endsWith('_reference') ? Number.isSafeInteger(value) : typeof value === 'string';
  }
}

/** A run of an action, as Flow sends it. */
export function signedRun(
  run: {
    readonly shop: string;
    readonly handle: string;
    readonly properties: Readonly<Record<string, unknown>>;
    readonly runId?: string;
  },
  apiSecret: string,
): { readonly body: string; readonly headers: Readonly<Record<string, string>> } {
  const body = JSON.stringify({
    shop_id: '1',
    shopify_domain: run.shop,
    action_run_id: run.runId ?? randomUUID(),
    action_definition_id: run.handle,
    handle: run.handle,
    properties: run.properties,
  });
  return {
    body,
    headers: {
      'Content-Type': 'application/json',
      'X-Shopify-Hmac-Sha256': createHmac('sha256', apiSecret).update(body).digest('base64'),
    },
  };
}
