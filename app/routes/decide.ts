import { z } from 'zod';
import { readFactsInstant } from '../db/order-records.server.ts';
import { findSuggestion } from '../db/suggestions.server.ts';
import type { SuggestionId } from '../domain/ids.ts';
import { dismissReasons } from '../domain/suggestion.ts';
import { isDate } from '../domain/time.ts';
import { openedLine } from '../line.server.ts';
import { approve } from '../pipeline/approve.server.ts';
import { dismiss } from '../pipeline/dismiss.server.ts';
import { snooze } from '../pipeline/snooze.server.ts';
import { undo } from '../pipeline/undo.server.ts';
import { wake } from '../pipeline/wake.server.ts';
import type { Merchant } from '../shopify.server.ts';
import type { DecisionOutcome, Standing } from '../ui/decision.ts';
import { fieldsOf, jsonField } from './fields-of.ts';
import { money, refundChoice } from './refund-choice.ts';

const version = z.coerce.number().int().min(1).max(2_147_483_647);
/** Both or none: a choice is paid only at the sum that was seen. */
const chosenForm = z.object({ choice: refundChoice, amount: money });
const decisionForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('refund'),
    version,
    checked: z.string().max(1000).default(''),
    chosen: chosenForm.optional(),
  }),
  z.object({ intent: z.literal('undo') }),
  z.object({ intent: z.literal('dismiss'), version, reason: z.enum(dismissReasons) }),
  z.object({
    intent: z.literal('snooze'),
    version,
    date: z.string().refine(isDate),
    pastActBy: z.stringbool().default(false),
  }),
  z.object({ intent: z.literal('wake') }),
]);
type DecisionForm = z.infer<typeof decisionForm>;

/** The one door through which pages and extensions move money, and all other decisions. */
export async function decideAsAsked(
  request: Request,
  merchant: Merchant,
  id: SuggestionId | null,
): Promise<DecisionOutcome> {
  const form = decisionForm.safeParse(withChosen(await fieldsOf(request)));
  if (!form.success) return { outcome: 'unreadable' };
  return id ? decide(merchant, id, form.data) : { outcome: 'gone' };
}

/** What was chosen in the editor comes as JSON in one field. */
function withChosen(fields: Readonly<Record<string, unknown>>) {
  const { chosen, ...rest } = fields;
  return chosen === undefined ? rest : { ...rest, chosen: jsonField(chosen) };
}

async function decide(
  { shop, actor, timezone }: Merchant,
  suggestionId: SuggestionId,
  form: DecisionForm,
): Promise<DecisionOutcome> {
  const line = openedLine();
  switch (form.intent) {
    case 'refund':
      return approve(line, {
        ...{ shop, suggestionId, version: form.version, actor },
        checked: form.checked.split(',').filter((code) => code !== ''),
        chosen: form.chosen,
      });
    case 'undo':
      return undo(line, { shop, suggestionId, actor });
    case 'dismiss': {
      const { version, reason } = form;
      return dismiss(line, { shop, suggestionId, version, reason, actor });
    }
    case 'snooze': {
      const { version, date, pastActBy } = form;
      return snooze(line, { shop, suggestionId, version, date, timezone, pastActBy, actor });
    }
    case 'wake':
      return wake(line, { shop, suggestionId, actor });
  }
}

/** How the suggestion stands now. */
export async function standingOf(
  shop: Merchant['shop'],
  id: SuggestionId | null,
): Promise<Standing> {
  const { db, now } = openedLine();
  const current = id && (await findSuggestion(db.prisma, shop, id));
  const factsReadAt = current && (await readFactsInstant(db.prisma, current));
  return { current, factsReadAt, now: now() };
}

export function statusOf({ outcome }: DecisionOutcome): number {
  if (outcome === 'unreadable') return 400;
  return outcome === 'gone' ? 404 : 200;
}
