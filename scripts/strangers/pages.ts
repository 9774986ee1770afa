import { refusedUnless, type Attack, type Try } from './attack.ts';
import { evil, victim, type Answer, type World } from './world.ts';

const frameAncestors = /frame-ancestors ([^;]*)/;
/** Who may frame the app, besides the shop: https://shopify.dev/docs/apps/build/security/set-up-iframe-protection */
const framers =
  /^(https:\/\/(admin\.shopify\.com|\*\.spin\.dev|admin\.myshopify\.io|admin\.shop\.dev)|'none')$/;

const framing: Attack = {
  attack: 'a frame around the app (clickjacking)',
  async make(world) {
    const shops = [
      victim,
      evil,
      `${evil}#${victim}`,
      `${victim}.${evil}`,
      `${victim};${evil}`,
      '*',
      '',
    ];
    const tries: Try[] = [];
    for (const shop of shops) {
      const path = `/app?shop=${encodeURIComponent(shop)}&embedded=1`;
      const answer = await world.ask(path, shop === victim ? { as: victim } : {});
      const allowed = frameAncestors.exec(answer.headers['content-security-policy'] ?? '')?.[1];
      const strangers = (allowed ?? '')
        .split(' ')
        .filter(
          (origin) => origin !== '' && !framers.test(origin) && origin !== `https://${victim}`,
        );
      // Without a policy it must be no page either.
      const isBare = allowed === undefined && answer.status === 200;
      const breach = isBare
        ? 'no policy'
        : strangers.length > 0 && `framed by ${strangers.join(' ')}`;
      tries.push(refusedUnless(`the shop ${shop || 'nobody'}`, answer.status, breach));
    }
    return tries;
  },
};

function leadsAway({ location, body }: Answer, { stage }: World): string | false {
  if (location === '')
    return /(open|href|replace|assign)[^\n]{0,40}evil\.example/.test(body) && 'a script leads away';
  const { hostname } = new URL(location, stage.simulator.appUrl);
  const isOurs = hostname === new URL(stage.simulator.appUrl).hostname || hostname === '127.0.0.1';
  const isShopify = hostname === 'admin.shopify.com' || hostname === victim;
  return !isOurs && !isShopify && `to ${hostname}`;
}

const redirects: Attack = {
  attack: 'an open redirect',
  async make(world) {
    const host = Buffer.from(`${evil}/admin`).toString('base64url');
    const paths = [
      `/?shop=${evil}`,
      `/?shop=${victim}&host=${host}`,
      `/app?shop=${evil}&host=${host}`,
      `/app?shop=${victim}&host=${host}&embedded=1`,
      `/auth?shop=${evil}`,
      `/auth/login?shop=${evil}`,
      `/auth/exit-iframe?exitIframe=${encodeURIComponent(`https://${evil}/`)}&shop=${victim}&host=${host}`,
      `/auth/session-token?shop=${victim}&shopify-reload=${encodeURIComponent(`https://${evil}/`)}`,
      `//${evil}/app`,
      `/%5c${evil}/app`,
    ];
    const tries: Try[] = [];
    for (const path of paths) {
      const answer = await world.ask(path);
      const shown =
        answer.location === '' ? answer.status : `${answer.status} ${answer.location.slice(0, 60)}`;
      tries.push(refusedUnless(path, shown, leadsAway(answer, world)));
    }
    return tries;
  },
};

const hosts: Attack = {
  attack: "another host's name in the headers",
  async make(world) {
    const headers: readonly Readonly<Record<string, string>>[] = [
      { Host: evil },
      { 'X-Forwarded-Host': evil },
      { Forwarded: `host=${evil}` },
      { 'X-Original-URL': '/app', 'X-Rewrite-URL': '/app' },
    ];
    const tries: Try[] = [];
    for (const header of headers) {
      for (const path of ['/', `/app?shop=${victim}`, '/auth']) {
        const answer = await world.ask(path, { headers: header });
        const isThere = [answer.location, answer.body].some((text) => text.includes(evil));
        const [name = ''] = Object.keys(header);
        tries.push(refusedUnless(`${name} at ${path}`, answer.status, isThere && 'repeated'));
      }
    }
    return tries;
  },
};

const files: Attack = {
  attack: "the machine's files (path traversal)",
  async make(world) {
    const paths = [
      '/assets/../../.env',
      '/../package.json',
      '/..%2fpackage.json',
      '/%2e%2e/package.json',
      '/assets/..%5c..%5cpackage.json',
      '/assets/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
      '/etc/passwd%00.js',
      '/.env',
      '/.git/config',
      '/server.ts',
      '/build/server/index.js',
      '/prisma/schema.prisma',
      '/metrics',
    ];
    const tries: Try[] = [];
    for (const path of paths) {
      const { status, body } = await world.ask(path);
      const isRead =
        /"scripts":|root:x:|SHOPIFY_API_SECRET|datasource db|process_cpu|\[core\]/.test(body);
      tries.push(refusedUnless(path, status, (isRead || status === 200) && 'read'));
    }
    return tries;
  },
};

export const pageAttacks: readonly Attack[] = [framing, redirects, hosts, files];
