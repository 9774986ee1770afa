import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A digest of files and further texts: a different one means that what was made of them is stale. */
export function hashOf(files, texts = []) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex');
}
