import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { isObject, type JsonObject } from '../json.ts';

/** JWTs as App Bridge hands them out: HS256, signed with the app's secret. */
export function signSessionToken(claims: JsonObject, secret: string): string {
  const head = encode({ alg: 'HS256', typ: 'JWT' });
  const body = encode(claims);
  return `${head}.${body}.${signatureOf(`${head}.${body}`, secret)}`;
}

export function sessionClaims(options: {
  readonly shop: string;
  readonly apiKey: string;
  readonly now: Date;
}): JsonObject {
  const seconds = Math.floor(options.now.getTime() / 1000);
  const origin = `https://${options.shop}`;
  return {
    iss: `${origin}/admin`,
    dest: origin,
    aud: options.apiKey,
    sub: '42',
    exp: seconds + 60,
    nbf: seconds,
    iat: seconds,
    jti: randomUUID(),
    sid: randomUUID(),
  };
}

export type SessionTokenCheck =
  | { readonly outcome: 'valid'; readonly userId: string }
  | { readonly outcome: 'invalid'; readonly reason: string };

const toleranceSeconds = 10;

export function checkSessionToken(
  token: string,
  expected: {
    readonly shop: string;
    readonly apiKey: string;
    readonly apiSecret: string;
    readonly now: Date;
  },
): SessionTokenCheck {
  const [head = '', body = '', signature = ''] = token.split('.');
  const [header, claims] = [decode(head), decode(body)];
  if (!header || !claims || header['alg'] !== 'HS256') return invalid('malformed');
  if (!sameText(signature, signatureOf(`${head}.${body}`, expected.apiSecret)))
    return invalid('signature');
  if (claims['aud'] !== expected.apiKey) return invalid('aud');
  if (claims['dest'] !== `https://${expected.shop}`) return invalid('dest');
  const seconds = expected.now.getTime() / 1000;
  if (!(Number(claims['exp']) + toleranceSeconds > seconds)) return invalid('exp');
  if (!(Number(claims['nbf']) - toleranceSeconds <= seconds)) return invalid('nbf');
  return { outcome: 'valid', userId: String(claims['sub']) };
}

function invalid(reason: string): SessionTokenCheck {
  return { outcome: 'invalid', reason };
}

function encode(value: JsonObject): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function decode(part: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return isObject(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function signatureOf(text: string, secret: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url');
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
