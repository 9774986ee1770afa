import { readFileSync } from 'node:fs';
import { parse } from 'smol-toml';
import { isObject, objectsIn } from './json.ts';

export interface WebhookSubscription {
  readonly topics: readonly string[];
  readonly uri: string;
  /** Null: the whole payload. */
  readonly includeFields: readonly string[] | null;
  readonly name: string | null;
}

/** What Shopify is told about the app in `shopify.app.toml`. */
export interface AppConfig {
  readonly scopes: readonly string[];
  /** What it may ask for later. */
  readonly optionalScopes: readonly string[];
  readonly webhookApiVersion: string;
  readonly subscriptions: readonly WebhookSubscription[];
}

export function readAppConfig(): AppConfig {
  const file = new URL('../../../shopify.app.toml', import.meta.url);
  const toml: unknown = parse(readFileSync(file, 'utf8'));
  if (!isObject(toml) || !isObject(toml['webhooks']) || !isObject(toml['access_scopes'])) {
    throw new Error('shopify.app.toml has no [webhooks] or no [access_scopes]');
  }
  return {
    scopes: scopesIn(String(toml['access_scopes']['scopes'])),
    optionalScopes: textsIn(toml['access_scopes']['optional_scopes']),
    webhookApiVersion: String(toml['webhooks']['api_version']),
    subscriptions: objectsIn(toml['webhooks']['subscriptions']).map((subscription) => ({
      topics: [...textsIn(subscription['topics']), ...textsIn(subscription['compliance_topics'])],
      uri: String(subscription['uri']),
      includeFields: Array.isArray(subscription['include_fields'])
        ? textsIn(subscription['include_fields'])
        : null,
      name: typeof subscription['name'] === 'string' ? subscription['name'] : null,
    })),
  };
}

function scopesIn(text: string): readonly string[] {
  return text
    .split(',')
    .map((scope) => scope.trim())
    .filter((scope) => scope !== '');
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
