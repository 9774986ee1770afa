/**
 * What strangers try, and what the app answers: `npm run -s strangers -- [--json]`. Forged webhooks and tokens, other shops'
 * data at every address, other sites' forms and frames, hostile words, floods; each against the built app, with PostgreSQL
 * and the simulator. Exits with 1 when a try came through, or when the victim has lost or gained anything.
 */
import { parseArgs } from 'node:util';
import { Problem, runWithUndo, type Run } from './run/with-undo.ts';
import type { Attack, Try } from './strangers/attack.ts';
import { floodAttacks } from './strangers/floods.ts';
import { otherShopAttacks } from './strangers/other-shops.ts';
import { pageAttacks } from './strangers/pages.ts';
import { secretAttacks } from './strangers/secrets.ts';
import { tokenAttacks } from './strangers/tokens.ts';
import { webhookAttacks } from './strangers/webhooks.ts';
import { wordAttacks } from './strangers/words.ts';
import { openWorld, type World } from './strangers/world.ts';

/** What is to be found in the log comes last: everything has been tried by then. */
const attacks: readonly Attack[] = [
  ...webhookAttacks,
  ...tokenAttacks,
  ...otherShopAttacks,
  ...pageAttacks,
  ...wordAttacks,
  ...floodAttacks,
  ...secretAttacks,
];

await runWithUndo(strangers, { ifStopped: 130 });

async function strangers(run: Run): Promise<number> {
  const { json } = readArguments();
  const world = await openWorld(run);
  const rows: Awaited<ReturnType<typeof rowOf>>[] = [];
  for (const attack of attacks) {
    run.signal.throwIfAborted();
    const row = await rowOf(attack, world);
    rows.push(row);
    if (!json) console.log(sayRow(row));
  }
  if (json) console.log(JSON.stringify(rows, null, 2));
  return rows.every(({ breaches }) => breaches.length === 0) ? 0 : 1;
}

function readArguments(): { readonly json: boolean } {
  try {
    return parseArgs({ options: { json: { type: 'boolean', default: false } } }).values;
  } catch (error) {
    throw error instanceof TypeError
      ? new Problem(`${error.message}\nnpm run -s strangers -- [--json]`)
      : error;
  }
}

async function rowOf({ attack, make }: Attack, world: World) {
  const before = await world.belongings();
  const tries = await make(world);
  if (tries.length === 0) throw new Error(`${attack} was not tried`);
  const isTouched = (await world.belongings()) !== before;
  return {
    attack,
    tries: tries.length,
    answers: countAnswers(tries),
    breaches: [
      ...tries
        .filter(({ isRefused }) => !isRefused)
        .map(({ tried, answer }) => `${tried}: ${answer}`),
      ...(isTouched ? ["the victim's data changed"] : []),
    ],
  };
}

function countAnswers(tries: readonly Try[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { answer } of tries) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([, one], [, other]) => other - one));
}

function sayRow({ attack, tries, answers, breaches }: Awaited<ReturnType<typeof rowOf>>): string {
  const said = Object.entries(answers).map(([answer, times]) => `${times} × ${answer}`);
  const verdict = breaches.length === 0 ? 'refused' : `CAME THROUGH: ${breaches.join('; ')}`;
  return `${attack}: ${tries} tried, ${verdict}\n    ${said.slice(0, 6).join(', ')}${said.length > 6 ? ', …' : ''}`;
}
