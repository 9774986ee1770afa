import type { GroundId } from '#app/domain/scenarios/ground-ids.ts';
import type { OrderDraft } from './order-draft.ts';
import type { Teller } from './teller.ts';

/** What happened to some of the shop's orders. */
export interface Story {
  readonly name: string;
  /** How many orders it happened to. */
  readonly times: number;
  /** The suggestion that it must lead to when the shop opens; `soon`: by time alone, later; null: to none. */
  readonly owed: GroundId | 'soon' | null;
  tell(teller: Teller): OrderDraft;
}
