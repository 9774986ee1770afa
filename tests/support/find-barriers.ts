import axe, { type AxeResults } from 'axe-core';
import type { Frame } from 'playwright-core';

/** What axe finds in the frame that shuts somebody out (serious or critical), each with its places. */
export async function findBarriers(app: Frame): Promise<readonly string[]> {
  await app.evaluate(axe.source);
  const { violations } = await app.evaluate<AxeResults>('axe.run(document)');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => {
      const places = nodes.map(
        ({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`,
      );
      return `${id} (${help}): ${places.join(' | ')}`;
    });
}
