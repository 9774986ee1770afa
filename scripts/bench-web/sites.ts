import { randomBytes } from 'node:crypto';
import type { ShopDomain } from '../../app/domain/ids.ts';
import type { ShopSettings } from '../../tests/simulator/api/shopify-api.ts';
import { startSimulator } from '../../tests/simulator/start-simulator.ts';
import { startApp } from '../../tests/support/app-process.ts';
import { openAsMerchant } from '../../tests/support/open-as-merchant.ts';
import type { Run } from '../run/with-undo.ts';
import { actOnBarePage, actOnQueue, lookOnly } from './acts.ts';
import { buildBarePage, startBarePage } from './bare-site.ts';
import type { FilledDatabase } from './filled-database.ts';
import type { PageName } from './summary.ts';
import type { Visit } from './visit.ts';

/** How each page is reached, with a session that is fresh, and what is done there. */
export type Pages = Readonly<
  Record<PageName, { readonly url: () => string; readonly act: Visit['act'] }>
>;

/** Starts the built app on the database, and the bare page; each in the admin of a simulator of its own. */
export async function openSites(
  run: Run,
  database: FilledDatabase,
  domain: ShopDomain,
): Promise<{ readonly origin: string; readonly pages: Pages }> {
  const settings: ShopSettings = {
    ...{ domain, currency: 'USD', country: 'US' },
    timezone: 'America/New_York',
  };
  const open = async (what: string) => {
    const simulator = await startSimulator({ shops: [settings] });
    run.atEnd(`the simulator of ${what}`, () => simulator.close());
    return simulator;
  };
  await buildBarePage(run.signal);
  const aroundBare = await open('the bare page');
  const bare = await startBarePage(aroundBare, run.signal);
  run.atEnd('the bare page', () => bare.stop());
  await openAsMerchant(aroundBare, domain);

  const around = await open('the app');
  const app = await startApp({
    environment: {
      ...around.appEnvironment,
      DATABASE_URL: database.url,
      TOKEN_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    },
    signal: run.signal,
  });
  run.atEnd('the app', () => app.stop(8500));
  around.connectApp(app.origin);
  await openAsMerchant(around, domain);

  const suggestion = await firstToDecide(database, domain);
  const at = (path: string) => () => around.adminUrl(domain, { path });
  return {
    origin: around.appUrl,
    pages: {
      bare: { url: () => aroundBare.adminUrl(domain), act: actOnBarePage },
      queue: { url: at('/app'), act: actOnQueue },
      overview: { url: at('/app/overview'), act: lookOnly },
      suggestion: { url: at(`/app/suggestions/${suggestion}`), act: lookOnly },
    },
  };
}

async function firstToDecide({ prisma }: FilledDatabase, shop: ShopDomain): Promise<string> {
  const { id } = await prisma.suggestion.findFirstOrThrow({
    where: { shop, queueTab: 'to-decide' },
    select: { id: true },
    orderBy: { openedAt: 'desc' },
  });
  return id;
}
