import { Transform } from 'node:stream';

/** The places that an app names and that are the simulator's own here. */
export interface Addresses {
  readonly adminOrigin: string;
}

const cdn = 'https://cdn.shopify.com/';

export function rewriteText(text: string, { adminOrigin }: Addresses): string {
  return text.replaceAll(cdn, `${adminOrigin}/cdn/`);
}

/** As `rewriteText`, for a body that arrives in pieces: holds back what may be the beginning of the address. */
export function rewriteStream({ adminOrigin }: Addresses): Transform {
  const decoder = new TextDecoder();
  const replacement = `${adminOrigin}/cdn/`;
  let held = '';
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const text = held + decoder.decode(chunk, { stream: true });
      const keep = lengthOfBeginning(text, cdn);
      held = text.slice(text.length - keep);
      done(null, text.slice(0, text.length - keep).replaceAll(cdn, replacement));
    },
    flush(done) {
      done(null, held + decoder.decode());
    },
  });
}

/** How many characters at the end of the text could be the beginning of the address. */
function lengthOfBeginning(text: string, address: string): number {
  for (let length = Math.min(address.length - 1, text.length); length > 0; length -= 1) {
    if (address.startsWith(text.slice(text.length - length))) return length;
  }
  return 0;
}

/** The admin page may frame the app, besides those that may anyway, and its scripts and styles may be loaded. */
export function rewritePolicy(policy: string, { adminOrigin }: Addresses): string {
  return policy
    .split(';')
    .map((directive) => {
      const [name, ...sources] = directive.trim().split(/\s+/);
      if (name?.toLowerCase() === 'frame-ancestors') {
        const allowed = sources.filter((source) => source !== "'none'");
        return [name, ...allowed, adminOrigin].join(' ');
      }
      const known = sources.map((source) =>
        source.startsWith('https://cdn.shopify.com')
          ? source.replace('https://cdn.shopify.com', adminOrigin)
          : source,
      );
      return [name, ...known].join(' ');
    })
    .join('; ');
}

/** A redirect to the admin leads to the simulator's. */
export function rewriteLocation(location: string, { adminOrigin }: Addresses): string {
  const shop = /^https:\/\/([a-z0-9-]+)\.myshopify\.com\/admin(?=[/?#]|$)/i;
  return location
    .replace(/^https:\/\/admin\.shopify\.com(?=[/?#]|$)/i, adminOrigin)
    .replace(shop, `${adminOrigin}/store/$1`);
}
