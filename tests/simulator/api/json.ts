import { isLosslessNumber, LosslessNumber, parse, stringify } from 'lossless-json';

/** JSON as Shopify sends it: integers above 2^53 are bigints, decimals of more than 15 digits keep their text. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Numbers stay numbers where a number holds them exactly. */
function readNumber(text: string): number | bigint | LosslessNumber {
  if (/^-?\d+$/.test(text)) {
    const whole = Number(text);
    return Number.isSafeInteger(whole) ? whole : BigInt(text);
  }
  const digits = text.replace(/[eE].*$/, '').replace(/\D/g, '').length;
  return digits <= 15 ? Number(text) : new LosslessNumber(text);
}

/** Throws a SyntaxError on malformed text. */
export function parseJson(text: string): unknown {
  return parse(text, undefined, readNumber);
}

export function writeJson(value: unknown): string {
  const text = stringify(value);
  if (text === undefined) throw new TypeError('nothing that JSON can say');
  return text;
}

export function isObject(value: unknown): value is JsonObject {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !isLosslessNumber(value)
  );
}

export function objectsIn(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** A text or a number as text; null for everything else, and for an empty text. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  return isLosslessNumber(value) ? value.value : null;
}

export function wholeNumberOf(value: unknown): number | null {
  const text = textOf(value);
  return text !== null && /^-?\d+$/.test(text) && Number.isSafeInteger(Number(text))
    ? Number(text)
    : null;
}

/** A numeric id as REST writes it: a number where it is exact, a bigint (written as digits) above. */
export function restIdOf(gid: string): number | bigint {
  const digits = gid.slice(gid.lastIndexOf('/') + 1);
  const id = Number(digits);
  return Number.isSafeInteger(id) ? id : BigInt(digits);
}
