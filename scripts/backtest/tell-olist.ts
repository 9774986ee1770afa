import type { Difference, Gap } from '#app/domain/backtest/difference.ts';
import type { LeadTime } from '#app/domain/backtest/lead-times.ts';
import type { Estimate, Measures } from '#app/domain/backtest/measures.ts';
import type { NetMoney } from '#app/domain/backtest/net-money.ts';
import type { OlistReport } from './run-olist.ts';

type Part = OlistReport['later'];

/** The report as lines for a terminal. */
export function tellOlist(report: OlistReport): readonly string[] {
  const { read, dates, choice } = report;
  const { earlier, later } = dates;
  return [
    `${read.orders} orders read, ${read.scored} of them with a review${read.weighted ? ' and a weight' : ''}; goods of ${read.sellers} sellers`,
    `earlier: promised ${earlier.from} to ${earlier.to}, ${earlier.orders} orders, ${dates.knownBySplit} of them reviewed before ${dates.split}`,
    `later:   promised ${later.from} to ${later.to}, ${later.orders} orders: nothing was chosen on these`,
    ...(choice ? tellChoice(choice) : ['', 'The policy is as given: nothing was chosen.']),
    ...tellPart(`LATER ORDERS (promised from ${dates.split})`, report.later),
    ...tellPart(
      'ALL ORDERS, for comparison: the threshold was chosen on a part of them',
      report.whole,
    ),
  ];
}

function tellChoice({
  chosenDays,
  tried,
  later,
}: NonNullable<OlistReport['choice']>): readonly string[] {
  const figures = ({ precision, recall, recallBeforeWord }: Measures) =>
    share(precision) + share(recall) + share(recallBeforeWord);
  return [
    '',
    'A parcel handed over less than N days before has a day more. Chosen on the earlier orders: the most precise N that still',
    'reaches 98 % of those whom acting at once reaches before their review. What each would do later is shown, not chosen from.',
    `  ${'N'.padEnd(6)}earlier: precision  recall  before the review   later: precision  recall  before the review`,
    ...tried.map(({ days, measures }, place) => {
      const then = later[place];
      return `  ${String(days).padEnd(6)}        ${figures(measures)}                   ${then ? figures(then.measures) : ''}${days === chosenDays ? '   chosen' : ''}`;
    }),
  ];
}

function tellPart(title: string, part: Part): readonly string[] {
  return [
    '',
    title,
    ...tellFigures('owed: a review of 1 or 2 stars', part.byReview),
    ...tellFigures(
      'owed: a review of 1 or 2 stars, or cancelled, or never delivered',
      part.byReviewOrDelivery,
    ),
    ...tellBands(part),
    ...tellLateness(part),
    ...tellRest(part),
  ];
}

function tellFigures(title: string, figures: Part['byReview']): readonly string[] {
  const row = (name: string, { precision, recall, recallBeforeWord, f1, suggested }: Measures) =>
    `  ${name.padEnd(44)}${ranged(precision)}  ${ranged(recall)}  ${ranged(recallBeforeWord)}  ${number(f1)}${String(suggested).padStart(7)}`;
  const gap = (name: string, { precision, recall, recallBeforeWord }: Difference) =>
    `  ${name.padEnd(44)}${gained(precision)}  ${gained(recall)}  ${gained(recallBeforeWord)}`;
  return [
    '',
    `  ${title}`.padEnd(46) +
      `${'precision'.padEnd(20)}  ${'recall'.padEnd(20)}  ${'before the review'.padEnd(20)}     F1 orders`,
    row('rule', figures.rule),
    row('suggested', figures.suggested),
    gap('  more than the rule', figures.suggestedAgainstRule),
    row('paying now', figures.payingNow),
    gap('  more than the rule', figures.payingAgainstRule),
    row('rule, "unavailable" not taken for cancelled', figures.ruleWithUnavailable),
    gap('  suggested: more than that rule', figures.suggestedAgainstRuleWithUnavailable),
    row('suggested, "unavailable" taken for cancelled', figures.suggestedWithoutUnavailable),
    gap('  more than the rule', figures.withoutUnavailableAgainstRule),
  ];
}

function tellBands({ bands }: Part): readonly string[] {
  return [
    '',
    '  by value, R$            rule: precision  recall   suggested: precision  recall  says  break-even   paying now: precision  break-even  orders',
    ...bands.map(({ from, below, measures, rule, paying, said, breakEven }) => {
      const band = below === null ? `${from} and more` : `${from} to ${below}`;
      return `    ${band.padEnd(24)}${rule ? share(rule.precision) + share(rule.recall) : ''}             ${share(measures.precision)}${share(measures.recall)} ${number(said)}   ${number(breakEven)}               ${paying ? `${share(paying.measures.precision)}    ${number(paying.breakEven)}${String(paying.measures.suggested).padStart(9)}` : ''}`;
    }),
  ];
}

function tellLateness({ lateness }: Part): readonly string[] {
  return [
    '',
    '  by how it ended               orders   owed   rule: acted  right   suggested: acted  right  missed',
    ...lateness.map(
      ({ lateness: name, suggested: own, rule }) =>
        `    ${name.padEnd(28)}${count(own.orders)}${count(own.right + own.missed)}      ${count(rule.suggested)}${count(rule.right)}           ${count(own.suggested)}${count(own.right)}${count(own.missed)}`,
    ),
  ];
}

function tellRest({ grounds, leadTimes, money }: Part): readonly string[] {
  const lead = (name: string, { clocks, before, medianDays }: LeadTime) =>
    `    ${name.padEnd(28)}${before} of ${clocks} before it, median ${medianDays === null ? '–' : medianDays.toFixed(1)} days`;
  const net = (name: string, one: NetMoney) =>
    `    ${name.padEnd(28)}paid early ${one.paidEarly.amount}, paid for nothing ${one.paidForNothing.amount}, fees avoided ${one.feesAvoided.amount}, tickets avoided ${one.ticketsAvoided.amount}; per 1,000 orders ${one.netPerThousand.amount}`;
  return [
    '',
    '  by ground',
    ...grounds.map(
      ({ ground, measures: own }) =>
        `    ${(ground ?? 'seen by none').padEnd(28)}suggested ${own.suggested}, right ${own.right}, wrong ${own.wrong}, undecided ${own.undecided}, missed ${own.missed}, precision ${ranged(own.precision)}`,
    ),
    '',
    '  right ones, against the clock of',
    lead('the review', leadTimes.contact),
    lead('the bank', leadTimes.bank),
    lead('the law', leadTimes.legal),
    '',
    '  money against waiting, R$, disputes and tickets as the policy assumes them',
    net('rule', money.rule),
    net('suggested', money.suggested),
    net('paying now', money.paying),
  ];
}

function number(value: number | null): string {
  return (value === null ? '–' : value.toFixed(3).replace(/^0/, '')).padStart(7);
}

function share({ share: value }: Estimate): string {
  return number(value).padStart(9);
}

function count(value: number): string {
  return String(value).padStart(7);
}

function ranged({ share: value, low, high }: Estimate): string {
  return `${number(value)} [${short(low)}, ${short(high)}]`.padEnd(20);
}

function gained({ by, low, high }: Gap): string {
  return `${by === null ? '–' : signed(by)} [${signed(low)}, ${signed(high)}]`
    .padStart(19)
    .padEnd(20);
}

function short(value: number): string {
  return value.toFixed(2).replace(/^0/, '');
}

function signed(value: number): string {
  return `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(3).replace(/^0/, '')}`;
}
