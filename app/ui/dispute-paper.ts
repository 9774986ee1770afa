import { isPositive } from '../domain/money.ts';
import type { DisputeFacts, OrderFacts, RefundFacts } from '../domain/order-facts.ts';
import type { ReturnPolicy } from '../domain/policy/sections.ts';
import type { Suggestion } from '../domain/suggestion.ts';
import type { Instant } from '../domain/time.ts';
import type { Timeline } from '../domain/timeline/timeline-entry.ts';
import { settingValueWords } from './audit-words.ts';
import { codeWords } from './code-words.ts';
import { coursePart, deliveryPart } from './dispute-course.ts';
import { countryWords, instantWords, moneyWords } from './format.ts';
import type { Paper, PaperPart, PaperRow } from './paper.ts';
import type { Words } from './words.ts';

export interface PaperSources {
  readonly suggestion: Pick<Suggestion, 'shop' | 'orderName'>;
  /** Null when the order was deleted at Shopify since. */
  readonly facts: OrderFacts | null;
  readonly factsReadAt: Instant | null;
  readonly returnPolicy: ReturnPolicy;
  readonly timeline: Timeline;
}

/**
 * What a bank is shown: what is on record of the order, and nothing that was thought or decided about it. The carriers'
 * own texts stay out, since they may name people.
 */
export function disputePaper(sources: PaperSources, words: Words, now: Instant): Paper {
  const { t } = words;
  const { suggestion, facts, factsReadAt, returnPolicy, timeline } = sources;
  const { shop, orderName: order } = suggestion;
  return {
    language: words.language,
    title: t('dispute-paper.title', { order }),
    rows: [
      row(t('dispute-paper.shop'), shop),
      row(t('dispute-paper.order'), order),
      row(t('dispute-paper.made'), instantWords(now, words)),
    ],
    parts: [
      ...(facts
        ? [
            disputePart(facts, words),
            boughtPart(facts, words),
            deliveryPart(facts, timeline, words),
          ]
        : []),
      coursePart(timeline, words, now),
      policyPart(returnPolicy, words, now),
      ...(facts ? [refundsPart(facts.refunds, words)] : []),
      basisPart(facts, factsReadAt ?? now, words),
    ],
    footer: [order, shop].join(t('evidence-separator')),
    pageOf: (page, pages) => t('dispute-paper.page', { page, pages }),
  };
}

function disputePart({ disputes }: OrderFacts, words: Words): PaperPart {
  const { t } = words;
  return {
    heading: t('dispute-paper.dispute'),
    notes: disputes.length === 0 ? [t('dispute-paper.dispute-none')] : [],
    rows: disputes.flatMap((dispute) => disputeRows(dispute, words)),
  };
}

/** By when evidence is due, Shopify tells only to who may read its payments. */
function disputeRows(
  { initiatedAs, status, reason, openedAt }: DisputeFacts,
  words: Words,
): readonly PaperRow[] {
  const { t } = words;
  const untold = t('dispute-paper.not-told');
  return [
    row(t('dispute-paper.kind'), codeWords('dispute-kind', initiatedAs, words)),
    row(t('dispute-paper.status'), codeWords('dispute-status', status, words)),
    row(
      t('dispute-paper.reason'),
      reason ? codeWords('dispute-reason', reason.toUpperCase(), words) : untold,
    ),
    row(t('dispute-paper.opened'), openedAt ? instantWords(openedAt, words) : untold),
    row(t('dispute-paper.due'), untold),
  ];
}

function boughtPart(facts: OrderFacts, words: Words): PaperPart {
  const { t } = words;
  const { lines, shipping, payment, destinationCountry } = facts;
  return {
    heading: t('dispute-paper.bought'),
    notes: facts.test ? [t('dispute-paper.test')] : [],
    rows: [
      ...lines.map(({ title, quantity, unitPrice, sku }) => {
        const amount = moneyWords(unitPrice, words);
        return row(
          t('dispute-paper.line', { title, quantity }),
          sku
            ? t('dispute-paper.each-of-sku', { amount, sku })
            : t('dispute-paper.each', { amount }),
        );
      }),
      ...(isPositive(shipping.price)
        ? [row(t('dispute-paper.shipping'), moneyWords(shipping.price, words))]
        : []),
      row(t('dispute-paper.total'), moneyWords(payment.total, words)),
      row(t('dispute-paper.received'), moneyWords(payment.received, words)),
      row(t('dispute-paper.refunded'), moneyWords(payment.refunded, words)),
      row(
        t('order.destination'),
        destinationCountry ? countryWords(destinationCountry, words) : t('order.unknown'),
      ),
    ],
  };
}

/** What buyers are promised; what the merchant set for his own work is nobody else's business. */
const shownSettings = [
  'windowDays',
  'buyerPaysReturn',
  'restockingFeePercent',
  'finalSaleSkus',
  'hygieneSkus',
  'changedMindRemedy',
  'refundWithinDays',
] as const satisfies readonly (keyof ReturnPolicy)[];

function policyPart(policy: ReturnPolicy, words: Words, now: Instant): PaperPart {
  const { t } = words;
  return {
    heading: t('dispute-paper.policy'),
    notes: [t('dispute-paper.policy-as-of', { at: instantWords(now, words) })],
    rows: shownSettings.map((name) => {
      const value = policy[name];
      const texts = typeof value === 'object' ? value : [String(value)];
      const said = texts.map((text) => settingValueWords(`returns.${name}`, text, words));
      return row(
        t(`policy.returns.${name}.label`),
        said.length > 0 ? said.join(', ') : t('dispute-paper.policy-none'),
      );
    }),
  };
}

function refundsPart(refunds: readonly RefundFacts[], words: Words): PaperPart {
  const { t } = words;
  return {
    heading: t('dispute-paper.refunds'),
    notes: refunds.length === 0 ? [t('dispute-paper.refunds-none')] : [],
    rows: refunds.map(({ createdAt, amount, transactions }) => ({
      name: createdAt ? instantWords(createdAt, words) : t('order.unknown'),
      lines: [
        moneyWords(amount, words),
        ...transactions.map((one) =>
          [codeWords('transaction-status', one.status, words), moneyWords(one.amount, words)].join(
            t('evidence-separator'),
          ),
        ),
      ],
    })),
  };
}

function basisPart(facts: OrderFacts | null, at: Instant, words: Words): PaperPart {
  const { t } = words;
  const unread = facts?.unread ?? [];
  return {
    heading: t('dispute-paper.basis'),
    notes: [
      t('dispute-paper.basis-text', { at: instantWords(at, words) }),
      ...(facts ? [] : [t('dispute-paper.gone')]),
    ],
    rows:
      unread.length === 0
        ? []
        : [
            {
              name: t('dispute-paper.unread'),
              lines: unread.map((part) => codeWords('unread', part, words)),
            },
          ],
  };
}

function row(name: string, ...lines: readonly string[]): PaperRow {
  return { name, lines };
}
