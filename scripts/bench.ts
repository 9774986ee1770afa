/**
 * What a judgement costs: `npm run bench -- [--json]`. `assess` over some thousand varied orders, the four plain rules of
 * logistics in our own grounds, and the same four rules written for json-rules-engine, in one run on the same orders.
 */
import { parseArgs } from 'node:util';
import { Bench } from 'tinybench';
import { assess } from '#app/domain/assess.ts';
import { worldCalendar } from '#app/domain/calendar/world-calendar.ts';
import type { CaseFacts } from '#app/domain/case-facts.ts';
import { clockAt } from '#app/domain/clock.ts';
import { viewParcels } from '#app/domain/parcels/parcel-view.ts';
import { defaultPolicy } from '#app/domain/policy.ts';
import { lateArrival } from '#app/domain/scenarios/logistics/late-arrival.ts';
import { lateDispatch } from '#app/domain/scenarios/logistics/late-dispatch.ts';
import { neverScanned } from '#app/domain/scenarios/logistics/never-scanned.ts';
import { silentParcel } from '#app/domain/scenarios/logistics/silent-parcel.ts';
import type { Finding } from '#app/domain/scenarios/scenario.ts';
import { benchCases, benchNow } from './bench/bench-cases.ts';
import { judgeByRules, plainFactsOf, ruleEngine } from './bench/rules-engine.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });

const orders = 2000;
const cases = benchCases(orders);

/** The four grounds alone, with what they need: parcels viewed, a clock. */
function judgeFour(facts: CaseFacts): readonly string[] {
  const clock = clockAt(benchNow);
  const calendar = worldCalendar;
  const parcels = viewParcels(facts, defaultPolicy, { clock, calendar });
  const look = { facts, policy: defaultPolicy, clock, calendar, parcels };
  const { grounds } = defaultPolicy;
  const claimed = (ground: string, findings: readonly Finding[]) =>
    findings.filter(({ finding }) => finding === 'claim').map(() => ground);
  return [
    ...claimed(
      'late-dispatch',
      lateDispatch.judge({ ...look, settings: grounds['late-dispatch'] }),
    ),
    ...claimed(
      'never-scanned',
      neverScanned.judge({ ...look, settings: grounds['never-scanned'] }),
    ),
    ...claimed(
      'silent-parcel',
      silentParcel.judge({ ...look, settings: grounds['silent-parcel'] }),
    ),
    ...claimed('late-arrival', lateArrival.judge({ ...look, settings: grounds['late-arrival'] })),
  ];
}

const engine = ruleEngine();
const plain = cases.map(plainFactsOf);

// The same verdicts, or the figures say nothing.
let claims = 0;
for (const [index, facts] of cases.entries()) {
  const ours = [...judgeFour(facts)].sort();
  const known = plain[index];
  const theirs = known ? [...(await judgeByRules(engine, known))].sort() : [];
  if (ours.join() !== theirs.join()) {
    throw new Error(`order ${index}: our grounds say ${ours.join()}, the rules ${theirs.join()}`);
  }
  claims += ours.length;
}

const bench = new Bench({ time: 3000, warmupTime: 1000 });
bench
  .add('assess: 26 grounds, recommendation, care', () => {
    for (const facts of cases) assess(facts, defaultPolicy, benchNow);
  })
  .add('our four grounds', () => {
    for (const facts of cases) judgeFour(facts);
  })
  .add('json-rules-engine, the same four rules', async () => {
    for (const facts of plain) await judgeByRules(engine, facts);
  });
await bench.run();

const rows = bench.tasks.map((task) => {
  const { result } = task;
  if (result.state !== 'completed') throw new Error(`${task.name} did not end: ${result.state}`);
  return { name: task.name, microseconds: (result.latency.p50 * 1000) / orders };
});
const [whole, four, rules] = rows.map(({ microseconds }) => microseconds);
const scansPerOrder =
  cases.reduce(
    (sum, { order }) => sum + order.parcels.reduce((n, one) => n + one.scans.length, 0),
    0,
  ) / orders;
const report = {
  node: process.version,
  orders,
  scansPerOrder,
  claimsOfFour: claims,
  rows,
  rulesToOurFour: (rules ?? NaN) / (four ?? NaN),
  rulesToAssess: (rules ?? NaN) / (whole ?? NaN),
};
if (values.json) console.log(JSON.stringify(report, null, 2));
else {
  console.log(
    `${orders} orders, ${scansPerOrder.toFixed(1)} scans each, ${claims} claims by four grounds; Node ${process.version}`,
  );
  for (const { name, microseconds } of rows) {
    console.log(`${microseconds.toFixed(1).padStart(8)} µs per order  ${name}`);
  }
  console.log(
    `json-rules-engine takes ${report.rulesToOurFour.toFixed(1)} times as long for the same four rules,`,
  );
  console.log(`and ${report.rulesToAssess.toFixed(1)} times as long as the whole judgement`);
}
