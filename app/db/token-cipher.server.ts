import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Encrypts tokens at rest. `belongsTo` binds a ciphertext to its row: elsewhere it does not open. */
export interface TokenCipher {
  seal(token: string, belongsTo: string): string;
  open(sealed: string, belongsTo: string): string;
}

const version = 'v1';

/** AES-256-GCM under a key of 32 bytes: `v1.<nonce>.<tag>.<ciphertext>`, each base64url. */
export function tokenCipher(key: Buffer): TokenCipher {
  if (key.length !== 32) throw new RangeError('the key must have 32 bytes');
  return {
    seal(token, belongsTo) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(belongsTo));
      const sealed = Buffer.concat([cipher.update(token, 'utf8'), cipher.final()]);
      const parts = [nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'));
      return [version, ...parts].join('.');
    },
    open(sealed, belongsTo) {
      const [mark, nonce = '', tag = '', text = ''] = sealed.split('.');
      if (mark !== version) throw new Error('a token that this version did not seal');
      const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'))
        .setAAD(Buffer.from(belongsTo))
        .setAuthTag(Buffer.from(tag, 'base64url'));
      return Buffer.concat([
        decipher.update(Buffer.from(text, 'base64url')),
        decipher.final(),
      ]).toString('utf8');
    },
  };
}
