import type { DeliveryReport, DeliveryRequest } from '../../tests/simulator/api/shopify-api.ts';
import type { Undrained } from './drain.ts';
import { isAcknowledged, type ReplayReport } from './report.ts';

/** Everything that must not happen to a delivery or an order, a sentence each. */
export function findProblems(replayed: {
  readonly planned: readonly Pick<DeliveryRequest, 'topic'>[];
  readonly deliveries: readonly DeliveryReport[];
  readonly undrained: readonly Undrained[];
  readonly notAssessed: readonly string[];
  readonly report: ReplayReport;
}): readonly string[] {
  const { planned, deliveries, undrained, notAssessed, report } = replayed;
  return [
    ...deliveries.flatMap((each, index) =>
      isAcknowledged(each)
        ? []
        : [`not acknowledged (${each.status ?? 'no answer'}): ${planned[index]?.topic}`],
    ),
    ...lossesIn(report),
    ...undrained.map(
      ({ topic, orderId, error }) =>
        `not drained: ${topic} of ${orderId ?? 'an unknown order'} (${error ?? 'no error'})`,
    ),
    ...report.deadLetters.map(({ topic, error }) => `dead letter: ${topic} (${error})`),
    ...notAssessed.map((file) => `not assessed: the order of ${file}`),
  ];
}

/** Each delivery is sent twice: what the inbox holds is the half that was new, or something was lost. */
function lossesIn({ deliveries }: ReplayReport): readonly string[] {
  const { sent, acknowledged, duplicates } = deliveries;
  if (acknowledged < sent || duplicates === sent / 2) return [];
  return [`${acknowledged - duplicates} deliveries are stored, not ${sent / 2}`];
}
