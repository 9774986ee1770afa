import { fact } from '../../evidence.ts';
import { isSome } from '../../signals/telling-parts.ts';
import { tellingsOf } from '../../signals/tellings.ts';
import { defineGround } from '../scenario.ts';
import { gentleClaim } from './gentle-claim.ts';

/** The buyer is ill. No statute gives a refund for that: ethics and the shop's own kindness decide. */
export const health = defineGround({
  id: 'health',
  scenario: 'special-circumstances',
  settings: {},
  judge(look) {
    if (look.facts.order.cancelledAt) return [];
    const tellings = tellingsOf(look, {
      problems: ['health'],
      intents: ['health'],
      returnReasons: [],
    });
    if (!isSome(tellings)) return [];
    const [{ source, at }] = tellings;
    return gentleClaim(look, tellings, {
      base: 0.5,
      heart: fact('told-health', { source }, at),
      responsibility: { party: 'buyer', because: ['told-health'] },
      remedies: ['refund-on-return', 'refund', 'partial-refund'],
    });
  },
});
