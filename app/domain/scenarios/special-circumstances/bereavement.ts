import { fact } from '../../evidence.ts';
import { isSome } from '../../signals/telling-parts.ts';
import { tellingsOf } from '../../signals/tellings.ts';
import { defineGround } from '../scenario.ts';
import { gentleClaim } from './gentle-claim.ts';

/** Somebody died. Nothing is asked of the buyer but how to help. */
export const bereavement = defineGround({
  id: 'bereavement',
  scenario: 'special-circumstances',
  settings: {},
  judge(look) {
    if (look.facts.order.cancelledAt) return [];
    const tellings = tellingsOf(look, {
      problems: [],
      intents: ['bereavement'],
      returnReasons: [],
    });
    if (!isSome(tellings)) return [];
    const [{ source, at }] = tellings;
    return gentleClaim(look, tellings, {
      base: 0.55,
      heart: fact('told-bereavement', { source }, at),
      responsibility: { party: 'buyer', because: ['told-bereavement'] },
      remedies: ['refund'],
    });
  },
});
