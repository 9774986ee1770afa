import { fact, part } from '../../evidence.ts';
import { growing } from '../../probability.ts';
import { count, days } from '../../policy/setting.ts';
import { stakeOfLines } from '../../remedy/stake.ts';
import { tellingsOf } from '../../signals/tellings.ts';
import { addDays } from '../../time.ts';
import { claimOf } from '../claim-of.ts';
import { defineGround } from '../scenario.ts';
import { qualityDeadlines, wasShipped } from './quality-claim.ts';

/** Several buyers of one product report the same fault: whoever else bought it is likely to have it too. */
export const defectCluster = defineGround({
  id: 'defect-cluster',
  scenario: 'product-quality',
  settings: {
    /** Different buyers who must have reported it. */
    minimumBuyers: count(3, 1000),
    /** Days after the last report in which the product counts as faulty. */
    withinDays: days(60),
  },
  judge(look) {
    if (!wasShipped(look)) return [];
    const { order, clusters } = look.facts;
    const { settings, clock } = look;
    // Whoever has told it himself is judged by his own word.
    const told = tellingsOf(look, {
      problems: ['damaged', 'not-as-described', 'safety'],
      intents: ['damaged', 'not-as-described', 'safety'],
      returnReasons: ['NOT_AS_DESCRIBED', 'WRONG_ITEM', 'DEFECTIVE'],
    });
    if (told.length > 0) return [];
    return clusters.flatMap((cluster) => {
      const lines = order.lines.filter(({ sku }) => sku === cluster.sku);
      if (lines.length === 0 || cluster.problem === 'safety') return [];
      if (cluster.buyers < settings.minimumBuyers || !clock.hasPassed(cluster.lastAt)) return [];
      if (clock.hasPassed(addDays(cluster.lastAt, settings.withinDays))) return [];
      const { sku, problem, buyers } = cluster;
      return claimOf({
        parts: [
          part('base', 0.4, 'starting-value'),
          part('buyers', growing(buyers - settings.minimumBuyers, 0.03, 0.3), 'starting-value'),
        ],
        evidence: [fact('buyers-report', { buyers, sku, problem }, cluster.lastAt)],
        responsibility: { party: 'supplier', because: ['buyers-report'] },
        stake: stakeOfLines(
          order,
          lines.map(({ lineItemId, quantity }) => ({ lineItemId, quantity })),
          { shipping: true },
        ),
        deadlines: qualityDeadlines(look, cluster.lastAt),
        remedies: ['refund-on-return', 'refund-keep-item', 'partial-refund'],
        ask: 'buyer',
      });
    });
  },
});
