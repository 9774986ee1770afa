import { grounds, type GroundId } from './scenarios/registry.ts';

type GroundOf<Id extends GroundId> = Extract<(typeof grounds)[number], { readonly id: Id }>;

/** The merchant's settings. Days are whole days of 24 h. */
export interface Policy {
  /** Between the click and the money, seconds: while it runs, Undo is real. 0 to 7200. */
  readonly holdSeconds: number;
  readonly grounds: { readonly [Id in GroundId]: GroundOf<Id>['defaults'] };
}

export const defaultPolicy: Policy = {
  holdSeconds: 10,
  grounds: Object.fromEntries(
    grounds.map((ground) => [ground.id, ground.defaults]),
  ) as Policy['grounds'],
};
