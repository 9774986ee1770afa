import type { RouteConfigEntry } from '@remix-run/route-config';
import routes from '../../app/routes.ts';
import { refusedUnless, type Attack, type Try } from './attack.ts';
import { canary, stranger, victim, type World } from './world.ts';

/** All addresses, as `app/routes.ts` writes them. */
function addresses(entries: readonly RouteConfigEntry[], above = ''): readonly string[] {
  return entries.flatMap(({ path = '', children }) => {
    const address = path === '' ? above : `${above}/${path}`;
    return children ? addresses(children, address) : [address === '' ? '/' : address];
  });
}

/** What stands in an address for a part of it: the victim's. */
function victims(address: string, { suggestion }: World): string {
  return address.replaceAll(/:(\w+)/g, (_, name: string) => {
    if (name === 'part') return 'returns';
    if (name === 'id') return suggestion.id;
    if (name === 'service') return 'aftership';
    if (name === 'hook' || name === 'link') return 'a-guess';
    throw new Error(`${address} has a part that no stranger has tried: ${name}`);
  });
}

/** Everything that the stranger may try with the victim's ids, by who they really are. */
const others: Attack = {
  attack: "another shop's data, at every address",
  async make(world) {
    const tries: Try[] = [];
    const body = `intent=refund&version=${world.suggestion.version}&shop=${victim}&id=${world.suggestion.id}`;
    for (const address of addresses(routes)) {
      const path = `${victims(address, world).replace('*', '')}?shop=${victim}&tab=${world.suggestion.queue_tab}`;
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
      const read = await world.ask(path, { as: stranger });
      const written = await world.ask(path, { method: 'POST', as: stranger, headers, body });
      const isSeen = [read, written].some((answer) => answer.body.includes(canary));
      const answer = `${read.status} ${written.status}`;
      tries.push(refusedUnless(address, answer, isSeen && 'shown'));
    }
    return tries;
  },
};

/** A field that a form does not have, and a setting that is none. */
const tooMuch: Attack = {
  attack: 'fields that nobody asked for (mass assignment)',
  async make(world) {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const write = async (values: string) => {
      const [row] = await world.stage.query<{ version: number }>(
        'select policy_version as version from shop where domain = $1',
        [stranger],
      );
      const fields = { version: String(row?.version), values, shop: victim };
      const body = new URLSearchParams(fields).toString();
      return world.ask('/app/settings/policy', { method: 'POST', as: stranger, headers, body });
    };
    // Where nothing could be written, nothing being written would tell nothing.
    const empty = await policyOf(world);
    await write('{"holdSeconds":60}');
    if ((await policyOf(world)) === empty) throw new Error('a setting of their own is not written');
    const values: Readonly<Record<string, string>> = {
      ['__proto__']: '{"__proto__":{"holdSeconds":0}}',
      'constructor.prototype': '{"constructor.prototype.holdSeconds":0}',
      'a setting that is none': '{"isAdmin":true}',
      "the shop's own columns": '{"domain":"x","installed":false,"policyVersion":99}',
      'another shop': `{"shop":"${victim}"}`,
    };
    const tries: Try[] = [];
    for (const [tried, setting] of Object.entries(values)) {
      const before = await policyOf(world);
      const answer = await write(setting);
      const isTaken = (await policyOf(world)) !== before;
      tries.push(refusedUnless(tried, answer.status, isTaken && 'written'));
    }
    return tries;
  },
};

async function policyOf({ stage }: World): Promise<string> {
  const rows = await stage.query('select * from shop order by domain');
  return JSON.stringify(rows);
}

export const otherShopAttacks: readonly Attack[] = [others, tooMuch];
