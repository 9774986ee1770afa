import { createHash, randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { suggested, type SuggestionRow } from '../../tests/support/decide.ts';
import { lateDispatchOrder } from '../../tests/support/rest-order.ts';
import { startStage, testShop, type Stage } from '../../tests/support/stage.ts';
import type { Run } from '../run/with-undo.ts';

export const victim = 'victim-shop.myshopify.com';
export const stranger = 'stranger-shop.myshopify.com';
/** Whoever reads this has read what is the victim's alone. */
export const canary = '#CANARY-7731';
export const evil = 'evil.example';

export interface Answer {
  readonly status: number;
  readonly location: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The app with two shops: one that has something to lose, and the one that wants it. */
export interface World {
  readonly stage: Stage;
  readonly logFile: string;
  /** With which tokens are encrypted. */
  readonly tokenKey: Buffer;
  /** The victim's, open. */
  readonly suggestion: SuggestionRow;
  /** As any program on the network asks, paths and headers sent as they are. */
  ask(path: string, asked?: Asked): Promise<Answer>;
  /** What the victim has, in one line: equal as long as nobody changed it. */
  belongings(): Promise<string>;
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Whose valid session token is shown; nobody's when absent. */
  readonly as?: string;
}

/** A page answers 410 to what calls itself a program. */
const browser = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36';
const patienceMs = 30_000;

export async function openWorld(run: Run): Promise<World> {
  const logFile = '.data/strangers/app.log';
  const tokenKey = randomBytes(32);
  const stage = await startStage({
    shops: [victim, stranger].map((domain) => ({ ...testShop, domain })),
    environment: { LOG_LEVEL: 'trace', TOKEN_ENCRYPTION_KEY: tokenKey.toString('base64') },
    logFile,
  });
  run.atEnd('the app', () => stage.close());
  for (const shop of [victim, stranger]) await stage.install(shop);
  const order = lateDispatchOrder({ name: canary });
  const suggestion = await suggested(stage, order, undefined, victim);
  await stage.query(
    `insert into saved_view (id, shop, name, name_key, params) values (gen_random_uuid(), $1, $2, $2, '')`,
    [victim, canary],
  );
  const world: World = {
    ...{ stage, logFile, tokenKey, suggestion },
    ask: (path, asked = {}) => ask(stage, path, asked),
    belongings: () => belongings(stage),
  };
  // Where the victim would not see it, nobody's not seeing it would tell anything.
  const own = await world.ask(`/app?tab=${suggestion.queue_tab}`, { as: victim });
  if (!own.body.includes(canary)) throw new Error(`the victim's own queue lacks ${canary}`);
  return world;
}

function ask(stage: Stage, path: string, { method = 'GET', headers, body, as }: Asked) {
  const { hostname, port } = new URL(stage.app.origin);
  return new Promise<Answer>((settle, fail) => {
    const sent = httpRequest(
      {
        ...{ hostname, port, path, method, agent: false },
        headers: {
          'User-Agent': browser,
          ...(as === undefined
            ? {}
            : { Authorization: `Bearer ${stage.simulator.api.sessionToken(as)}` }),
          ...headers,
        },
      },
      (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.once('error', fail);
        response.once('end', () => {
          settle({
            status: response.statusCode ?? 0,
            location: response.headers.location ?? '',
            headers: Object.fromEntries(
              Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
            ),
            body: Buffer.concat(pieces).toString('utf8'),
          });
        });
      },
    );
    sent.setTimeout(patienceMs, () => sent.destroy(new Error(`no answer to ${method} ${path}`)));
    sent.once('error', fail);
    sent.end(body);
  });
}

/** What comes and goes by itself: what Shopify tells, and how it answered. */
const ofTheMachine = ['inbox_delivery', 'order_record', 'api_budget', 'api_throttling'];

async function belongings(stage: Stage): Promise<string> {
  const tables = await stage.query<{ table_name: string }>(
    `select table_name from information_schema.columns where table_schema = 'public' and column_name = 'shop'
     and table_name <> all($1) order by table_name`,
    [ofTheMachine],
  );
  const hash = createHash('sha256');
  for (const { table_name: table } of tables) {
    const rows = await stage.query<{ row: string }>(
      `select t::text as row from "${table}" t where shop = $1 order by 1`,
      [victim],
    );
    hash.update(JSON.stringify([table, rows]));
  }
  hash.update(JSON.stringify(await stage.query('select * from shop where domain = $1', [victim])));
  return hash.digest('hex');
}
