import { messageSettings, type MessagePolicy } from './messages/own-words.ts';
import {
  automaticSettings,
  automationSettings,
  careSettings,
  costSettings,
  laneSettings,
  moneySettings,
  readingSettings,
  retentionSettings,
  returnSettings,
  type RetentionPolicy,
  type SharedPolicy,
} from './policy/sections.ts';
import { defaultsOf, seconds, type ValuesOf } from './policy/setting.ts';
import type { GroundId } from './scenarios/ground-ids.ts';
import { grounds } from './scenarios/registry.ts';

type GroundOf<Id extends GroundId> = Extract<(typeof grounds)[number], { readonly id: Id }>;

export const generalSettings = {
  /** Between the click and the money: while it runs, Undo is real. */
  holdSeconds: seconds(10, 7200),
};

/** The merchant's settings. Days are whole days of 24 h. */
export interface Policy extends SharedPolicy {
  readonly holdSeconds: number;
  readonly retention: RetentionPolicy;
  readonly messages: MessagePolicy;
  readonly grounds: { readonly [Id in GroundId]: ValuesOf<GroundOf<Id>['settings']> };
}

/** Every setting there is, by section. */
export const policySections = {
  lanes: laneSettings,
  returns: returnSettings,
  costs: costSettings,
  care: careSettings,
  money: moneySettings,
  reading: readingSettings,
  automation: automationSettings,
  automatic: automaticSettings,
  retention: retentionSettings,
  messages: messageSettings,
};

export const defaultPolicy: Policy = {
  ...defaultsOf(generalSettings),
  lanes: defaultsOf(laneSettings),
  returns: defaultsOf(returnSettings),
  costs: defaultsOf(costSettings),
  care: defaultsOf(careSettings),
  money: defaultsOf(moneySettings),
  reading: defaultsOf(readingSettings),
  automation: defaultsOf(automationSettings),
  automatic: defaultsOf(automaticSettings),
  retention: defaultsOf(retentionSettings),
  messages: defaultsOf(messageSettings),
  grounds: Object.fromEntries(
    grounds.map((ground) => [ground.id, defaultsOf(ground.settings)]),
  ) as Policy['grounds'],
};
