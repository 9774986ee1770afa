import type { Signals } from '../case-facts.ts';
import type { UnclearText } from '../intent.ts';
import type { OrderFacts } from '../order-facts.ts';
import type { Instant } from '../time.ts';

/** The last thing that the buyer wrote, where it cannot be read for certain; null where it can, or nothing was written. */
export function unclearText(order: OrderFacts | null, signals: Signals): UnclearText | null {
  const returns = (order?.returns ?? []).flatMap(({ requestedAt, lines }) =>
    lines.map((line) => ({ ...line, at: requestedAt })),
  );
  const read: readonly Read[] = [...returns, ...signals.reports, ...signals.messages];
  const last = read
    .filter(({ intents, unclear }) => intents.length > 0 || unclear)
    .reduce<Read | null>((latest, one) => (latest && latest.at > one.at ? latest : one), null);
  return last?.unclear ?? null;
}

interface Read {
  readonly at: Instant;
  readonly intents: readonly unknown[];
  readonly unclear?: UnclearText | undefined;
}
