import type { Faults, SimulatorClock } from '../shopify-api.ts';
import { textOf, type JsonObject } from '../json.ts';
import type { ShopState } from '../store.ts';
import { accessSeconds, refreshSeconds, type AccessTokens } from './access-tokens.ts';
import { checkSessionToken } from './session-token.ts';

export interface OauthAnswer {
  readonly status: number;
  readonly body: object;
}

export interface OauthDesk {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly clock: SimulatorClock;
  readonly tokens: AccessTokens;
  readonly faults: Faults;
}

const exchange = 'urn:ietf:params:oauth:grant-type:token-exchange';
const idToken = 'urn:ietf:params:oauth:token-type:id_token';
const offline = 'urn:shopify:params:oauth:token-type:offline-access-token';
const online = 'urn:shopify:params:oauth:token-type:online-access-token';
const onlineSeconds = 24 * 3600;

/*
 * Session tokens live a minute in the machine's time, not the simulator's: the browser and the app read no other clock.
 */

/** `POST /admin/oauth/access_token`: token exchange and refresh, as Shopify answers them. */
export function answerOauth(desk: OauthDesk, shop: ShopState, request: JsonObject): OauthAnswer {
  if (request['client_id'] !== desk.apiKey) {
    return refuse('application_cannot_be_found', 'The application cannot be found');
  }
  if (request['client_secret'] !== desk.apiSecret) {
    return refuse('invalid_client', 'Client authentication failed');
  }
  switch (request['grant_type']) {
    case exchange:
      return exchangeToken(desk, shop, request);
    case 'refresh_token':
      return refreshTokens(desk, shop, request);
    default:
      return refuse('unsupported_grant_type', 'The grant type is not supported');
  }
}

function exchangeToken(desk: OauthDesk, shop: ShopState, request: JsonObject): OauthAnswer {
  if (request['subject_token_type'] !== idToken)
    return refuse('invalid_request', 'subject_token_type');
  const check = checkSessionToken(String(request['subject_token']), {
    shop: shop.domain,
    apiKey: desk.apiKey,
    apiSecret: desk.apiSecret,
    now: new Date(),
  });
  if (check.outcome === 'invalid') return refuse('invalid_subject_token', check.reason);
  const grant = { shop: shop.domain, scopes: shop.scopes };
  switch (request['requested_token_type']) {
    case offline: {
      const expiring = textOf(request['expiring']) === '1';
      const issued = desk.tokens.issue(grant, {
        seconds: expiring ? accessSeconds : null,
        refresh: expiring,
      });
      return { status: 200, body: tokenBody(issued, shop.scopes) };
    }
    case online: {
      const { accessToken } = desk.tokens.issue(grant, { seconds: onlineSeconds, refresh: false });
      return { status: 200, body: onlineBody(accessToken, shop, check.userId) };
    }
    default:
      return refuse('invalid_request', 'requested_token_type');
  }
}

function refreshTokens(desk: OauthDesk, shop: ShopState, request: JsonObject): OauthAnswer {
  const issued = desk.faults.refuseRefresh
    ? null
    : desk.tokens.refresh(shop.domain, String(request['refresh_token']));
  if (!issued) return refuse('invalid_grant', 'The refresh token is invalid or has expired');
  return { status: 200, body: tokenBody(issued, issued.scopes) };
}

function tokenBody(
  issued: { readonly accessToken: string; readonly refreshToken: string | null },
  scopes: readonly string[],
): object {
  const access = { access_token: issued.accessToken, scope: scopes.join(',') };
  if (issued.refreshToken === null) return access;
  return {
    ...access,
    expires_in: accessSeconds,
    refresh_token: issued.refreshToken,
    refresh_token_expires_in: refreshSeconds,
  };
}

function onlineBody(accessToken: string, shop: ShopState, userId: string): object {
  return {
    access_token: accessToken,
    scope: shop.scopes.join(','),
    expires_in: onlineSeconds,
    associated_user_scope: shop.scopes.join(','),
    associated_user: {
      id: Number(userId),
      first_name: 'Simulated',
      last_name: 'Merchant',
      email: `merchant@${shop.domain}`,
      email_verified: true,
      account_owner: true,
      locale: 'en',
      collaborator: false,
    },
  };
}

function refuse(error: string, description: string): OauthAnswer {
  return { status: 400, body: { error, error_description: description } };
}
