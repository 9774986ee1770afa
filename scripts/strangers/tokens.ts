import { createHmac, generateKeyPairSync, sign as signWith } from 'node:crypto';
import { refusedUnless, type Attack, type Try } from './attack.ts';
import { canary, evil, stranger, victim, type World } from './world.ts';

type Json = Readonly<Record<string, unknown>>;

function part(value: Json): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function jwt(header: Json, claims: Json, signatureOf: (text: string) => string): string {
  const text = `${part(header)}.${part(claims)}`;
  return `${text}.${signatureOf(text)}`;
}

/** Session tokens that Shopify never made. */
function forgedTokens({ stage }: World): Readonly<Record<string, string>> {
  const { apiKey, apiSecret } = stage.simulator;
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    ...{ iss: `https://${victim}/admin`, dest: `https://${victim}`, aud: apiKey, sub: '42' },
    ...{ exp: now + 60, nbf: now - 5, iat: now - 5, jti: 'x', sid: 'x' },
  };
  const by = (algorithm: string, secret: string) => (text: string) =>
    createHmac(algorithm, secret).update(text).digest('base64url');
  const signed = (changes: Json) =>
    jwt({ alg: 'HS256', typ: 'JWT' }, { ...claims, ...changes }, by('sha256', apiSecret));
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const strangers = stage.simulator.api.sessionToken(stranger).split('.');
  return {
    'alg none': jwt({ alg: 'none', typ: 'JWT' }, claims, () => ''),
    'alg None, signed': jwt({ alg: 'None' }, claims, by('sha256', apiSecret)),
    'alg HS512': jwt({ alg: 'HS512', typ: 'JWT' }, claims, by('sha512', apiSecret)),
    "alg RS256 by the stranger's key": jwt({ alg: 'RS256', typ: 'JWT' }, claims, (text) =>
      signWith('sha256', Buffer.from(text), privateKey).toString('base64url'),
    ),
    'another secret': jwt({ alg: 'HS256' }, claims, by('sha256', 'guessed')),
    'an empty secret': jwt({ alg: 'HS256' }, claims, by('sha256', '')),
    'a key id that points elsewhere': jwt(
      { alg: 'HS256', kid: `https://${evil}/key` },
      claims,
      by('sha256', 'guessed'),
    ),
    "another app's aud": signed({ aud: 'another-app' }),
    'an exp that is past': signed({ exp: now - 3600, nbf: now - 7200, iat: now - 7200 }),
    'an nbf that is to come': signed({ nbf: now + 3600, exp: now + 7200 }),
    'no exp': signed({ exp: undefined }),
    'a dest that is no shop': signed({ dest: `https://${evil}`, iss: `https://${evil}/admin` }),
    "a dest that continues the victim's": signed({ dest: `https://${victim}.${evil}` }),
    "the stranger's signature under the victim's claims": `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}.${strangers[2] ?? ''}`,
    'no token': '',
    'no JWT': 'aaaa.bbbb.cccc',
  };
}

/** Tokens in the header, as App Bridge shows them, and in the address, as Shopify opens the app. */
const tokens: Attack = {
  attack: 'a forged session token',
  async make(world) {
    const queue = `/app?tab=${world.suggestion.queue_tab}`;
    const decision = `/app/suggestions/${world.suggestion.id}/decision`;
    const tries: Try[] = [];
    for (const [tried, token] of Object.entries(forgedTokens(world))) {
      const headers = { Authorization: `Bearer ${token}` };
      const inHeader = await world.ask(queue, { headers });
      const inAddress = await world.ask(`${queue}&shop=${victim}&embedded=1&id_token=${token}`);
      const paying = await world.ask(decision, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' },
        body: 'intent=refund&version=1',
      });
      const isSeen = [inHeader, inAddress, paying].some(({ body }) => body.includes(canary));
      const isTaken = paying.status === 200 || inHeader.status === 200;
      const answer = [inHeader, inAddress, paying].map(({ status }) => status).join(' ');
      tries.push(refusedUnless(tried, answer, (isSeen || isTaken) && 'believed'));
    }
    return tries;
  },
};

/** What a page elsewhere can make a merchant's browser send: everything but the token, which only the admin's frame has. */
const forms: Attack = {
  attack: "another site's form (CSRF)",
  async make(world) {
    const paths: Readonly<Record<string, string>> = {
      [`/app/suggestions/${world.suggestion.id}/decision`]: 'intent=refund&version=1',
      '/app/settings/policy': 'version=1&values={"holdSeconds":0}',
      '/app/settings/api-token': '',
      '/app/bulk/start': 'ticked=[]',
    };
    const tries: Try[] = [];
    for (const [path, body] of Object.entries(paths)) {
      for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'application/json']) {
        const answer = await world.ask(`${path}?shop=${victim}&embedded=1`, {
          method: 'POST',
          headers: {
            'Content-Type': type,
            Origin: `https://${evil}`,
            Cookie: `shopify_app_session=offline_${victim}`,
          },
          body,
        });
        const isTaken = answer.status < 300;
        tries.push(refusedUnless(`${path} as ${type}`, answer.status, isTaken && 'taken'));
      }
    }
    return tries;
  },
};

export const tokenAttacks: readonly Attack[] = [tokens, forms];
