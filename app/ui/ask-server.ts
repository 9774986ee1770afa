import type { CarrierVerdict } from '../domain/case-facts.ts';
import type { ChoicePrice } from '../domain/remedy/choice-price.ts';
import type { RefundChoice } from '../domain/remedy/chosen-plan.ts';
import type { TickedField } from './bulk.ts';
import type { CarrierAnswerOutcome } from './carrier-answer.ts';
import type { CarrierAsked, CarrierOutcome } from './carrier-asked.ts';
import type { DigestAsked, DigestOutcome } from './digest-asked.ts';
import {
  decisionPath,
  type DecisionAnswer,
  type DecisionAsked,
  type Standing,
} from './decision.ts';
import type { PolicyAsked, PolicyOutcome, PreviewOutcome } from './policy-asked.ts';
import {
  publishedPath,
  type PublishAnswer,
  type PublishAsked,
  type PublishedAnswer,
} from './published-policy.ts';
import type { ViewAsked, ViewOutcome } from './view-asked.ts';

/*
 * Asked by fetch and not through Remix: there, an answer that doesn't come would replace the page, and
 * with it the merchant's place, by an error. App Bridge adds the session token to every fetch.
 */

/** Posts a decision; null when no answer came that can be read. */
export async function postDecision(
  id: string,
  asked: DecisionAsked,
): Promise<DecisionAnswer | null> {
  const body = formOf(asked);
  return answerOf<DecisionAnswer>(decisionPath(id), { method: 'POST', body });
}

/** What a choice in the refund editor comes to; null when no answer came. */
export async function postChoice(id: string, choice: RefundChoice): Promise<ChoicePrice | null> {
  const body = new URLSearchParams({ choice: JSON.stringify(choice) });
  return answerOf(`/app/suggestions/${id}/price`, { method: 'POST', body });
}

/** How a suggestion stands; null when no answer came. */
export async function readStanding(id: string): Promise<Standing | null> {
  return answerOf<Standing>(decisionPath(id), {});
}

/** Writes down what a carrier answered; null when no answer came from the server. */
export async function postCarrierAnswer(
  id: string,
  verdict: CarrierVerdict,
): Promise<CarrierAnswerOutcome | null> {
  const body = new URLSearchParams({ verdict });
  return answerOf(`/app/suggestions/${id}/carrier-answer`, { method: 'POST', body });
}

/** Says that a refund whose fate was not known was not paid; null when no answer came. */
export async function postClose(
  id: string,
): Promise<{ outcome: 'closed' | 'found' | 'nothing-to-close' | 'unreachable' } | null> {
  return answerOf(`/app/suggestions/${id}/close`, { method: 'POST' });
}

export async function postReplay(id: string): Promise<{ outcome: 'queued' | 'gone' } | null> {
  return answerOf(`/app/deliveries/${id}/replay`, { method: 'POST' });
}

/** Starts many approvals; null when no answer came. */
export async function postBulk(
  ticked: readonly TickedField[],
): Promise<{ outcome: 'started'; bulkId: string } | { outcome: 'nothing-ticked' } | null> {
  const body = new URLSearchParams({ ticked: JSON.stringify(ticked) });
  return answerOf('/app/bulk/start', { method: 'POST', body });
}

/** Stops or resumes many approvals; null when no answer came. */
export async function postSteer(
  id: string,
  wish: 'pause' | 'resume',
): Promise<{ outcome: 'steered' | 'over' } | null> {
  const body = new URLSearchParams({ wish });
  return answerOf(`/app/bulk/${id}/steer`, { method: 'POST', body });
}

/** Saves, renames or deletes a view of the queue; null when no answer came. */
export async function postView(asked: ViewAsked): Promise<ViewOutcome | null> {
  return answerOf('/app/views', { method: 'POST', body: formOf(asked) });
}

/** Changes settings; null when no answer came. */
export async function postPolicy(asked: PolicyAsked): Promise<PolicyOutcome | null> {
  const body = formOf(asked);
  return answerOf('/app/settings/policy', { method: 'POST', body });
}

/** What stands in the shop's refund policy; null when no answer came. */
export async function readPublished(): Promise<PublishedAnswer | null> {
  return answerOf(publishedPath, {});
}

/** Writes the return policy into the shop's refund policy; null when no answer came. */
export async function postPublish(asked: PublishAsked): Promise<PublishAnswer | null> {
  return answerOf(publishedPath, { method: 'POST', body: formOf(asked) });
}

/** What changed settings would change; null when no answer came. */
export async function postPreview(
  values: Readonly<Record<string, unknown>>,
): Promise<PreviewOutcome | null> {
  const body = new URLSearchParams({ values: JSON.stringify(values) });
  return answerOf('/app/settings/preview', { method: 'POST', body });
}

/** Has past orders read, or stops that; null when no answer came. */
export async function postHistory(
  wish: 'read' | 'cancel',
): Promise<{ outcome: 'started' | 'runs-already' | 'cancelled' | 'over' } | null> {
  return answerOf('/app/back-test/history', {
    method: 'POST',
    body: new URLSearchParams({ wish }),
  });
}

/** Judges the past by the settings with these changes; null when no answer came. */
export async function postBackTest(
  values: Readonly<Record<string, unknown>>,
): Promise<
  { outcome: 'started'; id: string } | { outcome: 'runs-already' | 'no-history' | 'invalid' } | null
> {
  const body = new URLSearchParams({ wish: 'run', values: JSON.stringify(values) });
  return answerOf('/app/back-test/run', { method: 'POST', body });
}

/** Stops the back-test that runs; null when no answer came. */
export async function postBackTestCancel(): Promise<{ outcome: 'cancelled' | 'over' } | null> {
  const body = new URLSearchParams({ wish: 'cancel' });
  return answerOf('/app/back-test/run', { method: 'POST', body });
}

/** Forgets what decisions taught about readings; null when no answer came. */
export async function postForgetReadings(): Promise<{ outcome: 'forgotten' } | null> {
  return answerOf('/app/settings/forget-readings', { method: 'POST' });
}

/** Makes the token for other programs; null when no answer came. */
export async function postApiToken(): Promise<{ outcome: 'made'; token: string } | null> {
  return answerOf('/app/settings/api-token', { method: 'POST' });
}

/** Connects a tracking service or lets it go; null when no answer came. */
export async function postCarrier(asked: CarrierAsked): Promise<CarrierOutcome | null> {
  return answerOf('/app/settings/carriers', { method: 'POST', body: formOf(asked) });
}

/** Says where the digest goes, or sends one; null when no answer came. */
export async function postDigest(asked: DigestAsked): Promise<DigestOutcome | null> {
  return answerOf('/app/settings/digest', { method: 'POST', body: formOf(asked) });
}

/** Puts the set-up guide away or brings it back; null when no answer came. */
export async function postGuide(wish: 'hide' | 'show'): Promise<{ outcome: 'done' } | null> {
  const body = new URLSearchParams({ wish });
  return answerOf('/app/overview/guide', { method: 'POST', body });
}

/** The fields of what is asked for, as a form. */
function formOf(
  asked: CarrierAsked | DecisionAsked | DigestAsked | PolicyAsked | PublishAsked | ViewAsked,
): URLSearchParams {
  return new URLSearchParams(
    Object.entries(asked).map(([name, value]): [string, string] => [name, String(value)]),
  );
}

async function answerOf<Answer>(path: string, init: RequestInit): Promise<Answer | null> {
  try {
    const response = await fetch(path, { ...init, headers: { Accept: 'application/json' } });
    const isJson = response.headers.get('Content-Type')?.includes('application/json') ?? false;
    if (!isJson || response.status >= 500) return null;
    return (await response.json()) as Answer;
  } catch {
    // No network, or an answer cut off: the caller says so to the merchant.
    return null;
  }
}
