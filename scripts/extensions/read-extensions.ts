import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'smol-toml';

const configFile = 'shopify.extension.toml';

/** An extension as its folder has it; what its configuration says is not yet known to be right. */
export interface ExtensionFolder {
  readonly folder: string;
  readonly config: Readonly<Record<string, unknown>>;
}

/** Every extension of the app, by name of its folder. */
export function readExtensions(root = 'extensions'): readonly ExtensionFolder[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => basename(path) === configFile)
    .sort()
    .map((path) => {
      const folder = join(root, path, '..');
      return { folder, config: parse(readFileSync(join(folder, configFile), 'utf8')) };
    });
}
