/**
 * What a judgement costs: `npm run bench -- [--json]`. `assess` over some thousand varied orders, the four plain rules of
 * logistics in our own grounds, and the same four rules written for json-rules-engine, in one run on the same orders. What
 * the rules compare is worked out for them beforehand, untimed; our grounds read scans and calendars within their time.
 */
import { parseArgs } from 'node:util';
import { Bench } from 'tinybench';
import { assess } from '#app/domain/assess.ts';
import { worldCalendar } from '#app/domain/calendar/world-calendar.ts';
import type { CaseFacts } from '#app/domain/case-facts.ts';
import { clockAt } from '#app/domain/clock.ts';
import { viewParcels } from '#app/domain/parcels/parcel-view.ts';
import { defaultPolicy } from '#app/domain/policy.ts';
import { grounds } from '#app/domain/scenarios/registry.ts';
import { lateArrival } from '#app/domain/scenarios/logistics/late-arrival.ts';
import { lateDispatch } from '#app/domain/scenarios/logistics/late-dispatch.ts';
import { neverScanned } from '#app/domain/scenarios/logistics/never-scanned.ts';
import { silentParcel } from '#app/domain/scenarios/logistics/silent-parcel.ts';
import type { Finding } from '#app/domain/scenarios/scenario.ts';
import { benchCases, benchNow } from './bench/bench-cases.ts';
import { judgeByRules, plainFactsOf, ruleEngine } from './bench/rules-engine.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });

/*
 * An order is judged once in its life, or a few times: what was remembered of it is rarely still there. So every round takes
 * the next batch, and there are so many orders that the first is forgotten when its turn comes again: the calendar keeps
 * 10,000 ends of days, of which 20,000 orders ask for 13,800, and the reading of scans keeps 5,000 texts.
 */
const perRound = 2000;
const rounds = 10;
const orders = perRound * rounds;
// Of the texts in carriers' recorded responses every fourth is one that no other scan has (145 of 596).
const cases = benchCases(orders, { newMessages: 1 / 4 });
const unheard = benchCases(orders, { newMessages: 1 });

/** The next batch at every call, and the first after the last. */
function inTurn<Item>(all: readonly Item[]): () => readonly Item[] {
  const batches = Array.from({ length: rounds }, (_, round) =>
    all.slice(round * perRound, (round + 1) * perRound),
  );
  let turn = 0;
  return () => {
    const batch = batches[turn % rounds] ?? [];
    turn += 1;
    return batch;
  };
}

/** The four grounds alone, with what they need: parcels viewed, a clock. */
function judgeFour(facts: CaseFacts): readonly string[] {
  const clock = clockAt(benchNow);
  const calendar = worldCalendar;
  const parcels = viewParcels(facts, defaultPolicy, { clock, calendar });
  const look = { facts, policy: defaultPolicy, clock, calendar, parcels };
  const claimed = (ground: string, findings: readonly Finding[]) =>
    findings.filter(({ finding }) => finding === 'claim').map(() => ground);
  return [
    ...claimed(
      'late-dispatch',
      lateDispatch.judge({ ...look, settings: defaultPolicy.grounds['late-dispatch'] }),
    ),
    ...claimed(
      'never-scanned',
      neverScanned.judge({ ...look, settings: defaultPolicy.grounds['never-scanned'] }),
    ),
    ...claimed(
      'silent-parcel',
      silentParcel.judge({ ...look, settings: defaultPolicy.grounds['silent-parcel'] }),
    ),
    ...claimed(
      'late-arrival',
      lateArrival.judge({ ...look, settings: defaultPolicy.grounds['late-arrival'] }),
    ),
  ];
}

const engine = ruleEngine();
const plain = cases.map(plainFactsOf);

// The same verdicts, or the figures say nothing.
const claims = { assess: 0, ourFour: 0, rules: 0 };
for (const [index, facts] of cases.entries()) {
  const ours = [...judgeFour(facts)].sort();
  const known = plain[index];
  const theirs = known ? [...(await judgeByRules(engine, known))].sort() : [];
  if (ours.join() !== theirs.join()) {
    throw new Error(`order ${index}: our grounds say ${ours.join()}, the rules ${theirs.join()}`);
  }
  claims.ourFour += ours.length;
  claims.rules += theirs.length;
  claims.assess += assess(facts, defaultPolicy, benchNow).claims.length;
}

const bench = new Bench({ time: 3000, warmupTime: 1000 });
const nextForAssess = inTurn(cases);
const nextUnheard = inTurn(unheard);
const nextForFour = inTurn(cases);
const nextForRules = inTurn(plain);
const again = cases.slice(0, perRound);
bench
  .add(`assess: ${grounds.length} grounds, recommendation, care`, () => {
    for (const facts of nextForAssess()) assess(facts, defaultPolicy, benchNow);
  })
  .add('assess, when every scan has a text of its own', () => {
    for (const facts of nextUnheard()) assess(facts, defaultPolicy, benchNow);
  })
  .add('assess, the same orders again and again', () => {
    for (const facts of again) assess(facts, defaultPolicy, benchNow);
  })
  .add('our four grounds', () => {
    for (const facts of nextForFour()) judgeFour(facts);
  })
  .add('json-rules-engine, the same four rules', async () => {
    for (const facts of nextForRules()) await judgeByRules(engine, facts);
  });
await bench.run();

const rows = bench.tasks.map((task) => {
  const { result } = task;
  if (result.state !== 'completed') throw new Error(`${task.name} did not end: ${result.state}`);
  return { name: task.name, microseconds: (result.latency.p50 * 1000) / perRound };
});
const [whole, , , four, rules] = rows.map(({ microseconds }) => microseconds);
const scansPerOrder =
  cases.reduce(
    (sum, { order }) => sum + order.parcels.reduce((n, one) => n + one.scans.length, 0),
    0,
  ) / orders;
const report = {
  node: process.version,
  orders,
  scansPerOrder,
  claims,
  rows,
  rulesToOurFour: (rules ?? NaN) / (four ?? NaN),
  rulesToAssess: (rules ?? NaN) / (whole ?? NaN),
};
if (values.json) console.log(JSON.stringify(report, null, 2));
else {
  console.log(
    `${orders} orders, ${scansPerOrder.toFixed(1)} scans each on average; Node ${process.version}; medians`,
  );
  console.log(
    `claims: ${claims.assess} by assess, ${claims.ourFour} by our four grounds, ${claims.rules} by the rules, which agree on every order`,
  );
  for (const { name, microseconds } of rows) {
    console.log(`${microseconds.toFixed(1).padStart(8)} µs per order  ${name}`);
  }
  console.log(
    `json-rules-engine takes ${report.rulesToOurFour.toFixed(1)} times as long for the same four rules,`,
  );
  console.log(`and ${report.rulesToAssess.toFixed(1)} times as long as the whole judgement`);
}
