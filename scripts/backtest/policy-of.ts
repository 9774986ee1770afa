/**
 * The set has no scans between hand-over and delivery: silence tells nothing there, so that it never counts on any lane, unless
 * the policy that was given has rules of its own.
 */
const silenceTellsNothing = [
  {
    origin: null,
    destination: null,
    carrier: null,
    service: null,
    neverScannedDays: 365,
    silentDays: 365,
    lostDays: 365,
  },
];

export function policyOf(given: unknown): unknown {
  if (!isJson(given)) return given;
  const lanes = given['lanes'] ?? {};
  if (!isJson(lanes)) return given;
  return { ...given, lanes: { rules: silenceTellsNothing, ...lanes } };
}

function isJson(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
