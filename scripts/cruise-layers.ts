import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser';
import { createRequire } from 'node:module';

const configuration = createRequire(import.meta.url)(
  '../.dependency-cruiser.cjs',
) as IConfiguration;

/** What each rule says, by its name. */
export const rules: ReadonlyMap<string, string> = new Map(
  (configuration.forbidden ?? []).map(({ name, comment }) => [name ?? '', comment ?? '']),
);

/** What imports what in a tree, held against the rules of .dependency-cruiser.cjs. */
export async function cruiseLayers(
  folder: string,
  paths: readonly string[],
): Promise<ICruiseResult> {
  const { enhancedResolveOptions, ...options } = configuration.options ?? {};
  const { output } = await cruise(
    [...paths],
    { ...options, baseDir: folder, validate: true, ruleSet: configuration },
    // A checkout may lie behind a link, and a fixture borrows its packages through one.
    { ...enhancedResolveOptions, symlinks: false },
  );
  if (typeof output === 'string') throw new TypeError('dependency-cruiser answered with a report');
  return output;
}
