import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Frame } from 'playwright-core';

/** That what is pressed is large enough is looked for by axe only where it is asked to. */
const options: RunOptions = { rules: { 'target-size': { enabled: true } } };
/** WCAG 2.2, levels A and AA. */
const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/**
 * What axe finds in the frame that breaks WCAG 2.2 AA, or shuts somebody out though no standard says so (serious or critical),
 * each with its places.
 */
export async function findBarriers(app: Frame): Promise<readonly string[]> {
  await app.evaluate(axe.source);
  const run = `axe.run(document, ${JSON.stringify(options)})`;
  const { violations } = await app.evaluate<AxeResults>(run);
  return violations
    .filter(
      ({ impact, tags }) =>
        tags.some((tag) => standard.includes(tag)) || impact === 'serious' || impact === 'critical',
    )
    .map(({ id, help, nodes }) => {
      const places = nodes.map(
        ({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`,
      );
      return `${id} (${help}): ${places.join(' | ')}`;
    });
}
