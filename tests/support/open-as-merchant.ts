import type { Simulator } from '#tests/simulator/simulator.ts';

/** Pages answer 410 to what calls itself a program (isbot). */
const browser = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36';

/** Opens the app once as the shop's admin does, so that the app is installed there and has its token. */
export async function openAsMerchant(simulator: Simulator, shop: string): Promise<void> {
  const response = await fetch(`${simulator.appUrl}/app`, {
    redirect: 'manual',
    headers: {
      Authorization: `Bearer ${simulator.api.sessionToken(shop)}`,
      'User-Agent': browser,
    },
  });
  const page = await response.text();
  if (response.status !== 200) {
    throw new Error(`${shop} could not open the app: ${response.status} ${page.slice(0, 500)}`);
  }
}
