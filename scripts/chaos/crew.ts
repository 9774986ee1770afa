import { fork, type ChildProcess } from 'node:child_process';
import {
  createServer,
  request as send,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../tests/simulator/lively-shop/random.ts';
import type { End, Said, Start, Told } from './worker.ts';

/** One process of the app. */
interface Hand {
  readonly process: ChildProcess;
  port: number;
  readonly waiting: Map<number, (outcome: string) => void>;
}

export type Asked = Omit<Extract<Told, { readonly kind: 'click' }>, 'kind' | 'id'>;

/** What befell the processes. */
export interface CrewTally {
  kills: number;
  /** Kills at an instrumented point, by its name. */
  readonly points: Map<string, number>;
  /** What clicks came to. */
  readonly outcomes: Map<string, number>;
}

/** Several processes of the app, which die and are replaced, and the one address at which Shopify reaches them. */
export interface Crew {
  readonly origin: string;
  readonly tally: CrewTally;
  /** The outcome, or `lost` where the process died before it answered. */
  ask(asked: Asked): Promise<string>;
  setAhead(milliseconds: number): void;
  /** Processes die from now on, or live from now on. */
  rage(isRaging: boolean): void;
  /** Ends one by SIGKILL, wherever it is. */
  killOne(): void;
  close(): Promise<void>;
}

const atOnce = 6;
const spares = 2;

/** Where money is about to move, or has just moved, or an answer about it was read. */
const tender: readonly [string, ...string[]] = [
  'before CreateRefund',
  'after CreateRefund',
  'before CancelOrder',
  'after CancelOrder',
  'before ProcessReturn',
  'after ProcessReturn',
];

/** Many die where it hurts most, the others anywhere, be it while they start. */
function endOf(random: Random): End {
  return random.chance(0.7)
    ? { name: random.pick(tender), afterMs: random.whole(3000, 8000) }
    : { name: null, afterMs: random.whole(200, 5000) };
}

export async function openCrew(options: {
  readonly worker: string;
  readonly start: Omit<Start, 'kind' | 'ahead' | 'end'>;
  readonly random: Random;
}): Promise<Crew> {
  const { worker, start, random } = options;
  const tally: CrewTally = { kills: 0, points: new Map(), outcomes: new Map() };
  const hands: Hand[] = [];
  const ready: ChildProcess[] = [];
  let ahead = 0;
  let isRaging = false;
  let isOver = false;
  let asks = 0;

  /** To one that may die at that very moment. */
  const tell = (child: ChildProcess, told: Told, ifGone: () => void = () => undefined): void => {
    if (!child.connected) {
      ifGone();
      return;
    }
    child.send(told, (error) => {
      if (error) ifGone();
    });
  };

  const spare = (): ChildProcess =>
    fork(worker, [], {
      // They live for seconds: what is compiled well is compiled for nothing.
      execArgv: ['--max-semi-space-size=32', '--no-opt', '--no-wasm-tier-up'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, NODE_ENV: 'production' },
    });

  const take = (): void => {
    const child = ready.shift() ?? spare();
    ready.push(spare());
    const hand: Hand = { process: child, port: 0, waiting: new Map() };
    hands.push(hand);
    child.on('message', (said: Said) => {
      if (said.kind === 'ready') hand.port = said.port;
      if (said.kind === 'point')
        tally.points.set(said.name, (tally.points.get(said.name) ?? 0) + 1);
      if (said.kind === 'clicked') hand.waiting.get(said.id)?.(said.outcome);
    });
    child.once('exit', (_, signal) => {
      hands.splice(hands.indexOf(hand), 1);
      for (const answer of hand.waiting.values()) answer('lost');
      if (isOver) return;
      if (signal === 'SIGKILL') tally.kills += 1;
      take();
    });
    const end = isRaging ? endOf(random) : null;
    tell(child, { kind: 'start', ...start, ahead, end });
  };

  const door = createServer((request, response) => void pass(request, response));
  await new Promise<void>((listening) => door.listen(0, '127.0.0.1', listening));
  for (let index = 0; index < spares; index += 1) ready.push(spare());
  for (let index = 0; index < atOnce; index += 1) take();

  /** A delivery may wait, come twice, or find nobody. */
  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const body = Buffer.concat(pieces);
    if (random.chance(0.3)) await sleep(random.whole(0, 400));
    if (random.chance(0.1)) void forward(request, body);
    response.writeHead(await forward(request, body)).end();
  }

  async function forward(request: IncomingMessage, body: Buffer): Promise<number> {
    const open = hands.filter(({ port }) => port > 0);
    const hand = open[random.whole(0, Math.max(0, open.length - 1))];
    if (!hand) return 502;
    return new Promise((settle) => {
      const passed = send(
        {
          host: '127.0.0.1',
          port: hand.port,
          method: 'POST',
          path: request.url,
          headers: request.headers,
        },
        (answer) => {
          answer.resume();
          settle(answer.statusCode ?? 502);
        },
      );
      passed.setTimeout(4000, () => passed.destroy());
      passed.on('error', () => settle(502));
      passed.end(body);
    });
  }

  return {
    origin: `http://127.0.0.1:${(door.address() as AddressInfo).port}`,
    tally,
    async ask(asked) {
      const open = () => hands.filter(({ port }) => port > 0);
      while (open().length === 0) {
        if (isOver) return 'lost';
        await sleep(20);
      }
      const [hand = hands[0]] = random.shuffled(open());
      if (!hand) return 'lost';
      const id = (asks += 1);
      const { waiting } = hand;
      const outcome = await new Promise<string>((settle) => {
        waiting.set(id, settle);
        tell(hand.process, { kind: 'click', id, ...asked }, () => {
          settle('lost');
        });
      });
      waiting.delete(id);
      const name = `${asked.click.click} ${outcome}`;
      tally.outcomes.set(name, (tally.outcomes.get(name) ?? 0) + 1);
      return outcome;
    },
    setAhead(milliseconds) {
      ahead = milliseconds;
      for (const { process: child } of hands) tell(child, { kind: 'clock', ahead });
    },
    rage(wish) {
      isRaging = wish;
      // Those that would die later are replaced by ones that live, and the other way round.
      for (const { process: child } of [...hands]) child.kill('SIGKILL');
    },
    killOne() {
      // One that is at work, while another is: those that only start have nothing to lose, and somebody has to go on.
      const [one, other] = hands.filter(({ port }) => port > 0);
      if (other) one?.process.kill('SIGKILL');
    },
    async close() {
      isOver = true;
      const all = [...hands.map((hand) => hand.process), ...ready];
      await Promise.all(
        all.map(async (child) => {
          const ended = new Promise((done) => child.once('exit', done));
          child.kill('SIGKILL');
          if (child.exitCode === null && child.signalCode === null) await ended;
        }),
      );
      door.closeAllConnections();
      await new Promise((closed) => door.close(closed));
    },
  };
}
