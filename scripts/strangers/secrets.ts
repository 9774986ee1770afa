import { readFileSync } from 'node:fs';
import { tokenCipher } from '../../app/db/token-cipher.server.ts';
import { refusedUnless, type Attack, type Try } from './attack.ts';
import { stranger, victim, type World } from './world.ts';

/** What nobody may read, by what it is. */
async function secretsOf(world: World): Promise<Readonly<Record<string, string>>> {
  const { simulator, databaseUrl } = world.stage;
  const made = await world.ask('/app/settings/api-token', { method: 'POST', as: stranger });
  const { token } = JSON.parse(made.body) as { readonly token: string };
  return {
    "the app's secret": simulator.apiSecret,
    ...(await adminTokens(world)),
    'the key of the tokens': world.tokenKey.toString('base64'),
    "the stranger's API token": token,
    'the password of the database': new URL(databaseUrl).password,
  };
}

/** With which the app calls Shopify for its shops. */
async function adminTokens({ stage, tokenKey }: World): Promise<Readonly<Record<string, string>>> {
  const rows = await stage.query<{ id: string; access_token: string; refresh_token: string }>(
    'select id, access_token, refresh_token from session',
  );
  const cipher = tokenCipher(tokenKey);
  return Object.fromEntries(
    rows.flatMap(({ id, access_token: access, refresh_token: refresh }) => [
      [`access token ${id}`, cipher.open(access, id)],
      [`refresh token ${id}`, cipher.open(refresh, id)],
    ]),
  );
}

/** After everything else was tried, and everything that could fail has failed. */
const logged: Attack = {
  attack: 'secrets in the log and in the database',
  async make(world) {
    const secrets = await secretsOf(world);
    const session = world.stage.simulator.api.sessionToken(victim);
    // Something to complain of, with a token in the address and one in the headers.
    await world.ask(`/app/suggestions/none?id_token=${session}&shop=${victim}&embedded=1`);
    await world.ask('/app/bulk/start', {
      method: 'POST',
      headers: { Authorization: `Bearer ${session}` },
      body: '{',
    });
    await world.ask('/api/messages', {
      method: 'POST',
      headers: { Authorization: `Bearer ${secrets["the stranger's API token"] ?? ''}` },
      body: '{',
    });
    const log = readFileSync(world.logFile, 'utf8');
    if (log.length === 0) throw new Error('the app wrote no log');
    const tries: Try[] = [];
    for (const [name, secret] of Object.entries({ ...secrets, 'a session token': session })) {
      if (secret.length < 8) throw new Error(`${name} is too short to be looked for`);
      const where = [
        ...(log.includes(secret) ? ['the log'] : []),
        ...(await tablesWith(world, secret)),
      ];
      tries.push(refusedUnless(name, 'nowhere', where.length > 0 && `in ${where.join(', ')}`));
    }
    return tries;
  },
};

async function tablesWith({ stage }: World, secret: string): Promise<readonly string[]> {
  const tables = await stage.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await stage.query<{ is_there: boolean }>(
      `select exists (select from ${name} t where position($1 in t::text) > 0) as is_there`,
      [secret],
    );
    if (row?.is_there) found.push(name);
  }
  return found;
}

/** Whoever the app called besides Shopify was named by somebody else. */
const elsewhere: Attack = {
  attack: 'calls to addresses that a stranger named (SSRF)',
  make({ stage }) {
    const calls = stage.simulator.refusedCalls();
    const targets = [...new Set(calls.map(({ target }) => target))].join(', ');
    return Promise.resolve([
      refusedUnless(
        'all of the above',
        `${calls.length} calls`,
        calls.length > 0 && `to ${targets}`,
      ),
    ]);
  },
};

export const secretAttacks: readonly Attack[] = [logged, elsewhere];
