import type { ShopifyGlobal } from '@shopify/app-bridge-types';
import { openUrl } from './leave-frame.ts';
import type { AdminLink } from './admin-link.ts';
import { NotSimulated } from './not-simulated.ts';

const retryHeader = 'X-Shopify-Retry-Invalid-Session-Request';
const reauthorizeHeader = 'X-Shopify-API-Request-Failure-Reauthorize-Url';

/**
 * Makes the page's `fetch` say who is asking: calls to the app's own domain, its subdomains and its listed origins
 * carry a fresh token and the merchant's language, as documented for App Bridge:
 * https://shopify.dev/docs/api/app-home/apis/authentication-and-data/resource-fetching-api
 */
export function authenticateFetch(
  config: ShopifyGlobal['config'],
  idToken: () => Promise<string>,
  link: AdminLink,
): void {
  const plainFetch = window.fetch.bind(window);
  const isOurs = (url: URL): boolean =>
    url.origin === location.origin ||
    url.hostname.endsWith(`.${location.hostname}`) ||
    (config.appOrigins ?? []).includes(url.origin);

  window.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, document.baseURI);
    if (url.protocol === 'shopify:') {
      throw new NotSimulated(`fetch of ${url.href}: the app has no direct API access here`);
    }
    if (!isOurs(url)) return plainFetch(input, init);
    const request = new Request(input, init);
    const isSignedAlready = request.headers.has('Authorization');
    const retry = request.clone();
    const response = await plainFetch(isSignedAlready ? request : await signed(request));
    if (response.status !== 401 || isSignedAlready) return answered(response, link);
    if (!response.headers.has(retryHeader)) return answered(response, link);
    // Read to its end, so that the browser does not count it as broken off.
    await response.arrayBuffer();
    return answered(await plainFetch(await signed(retry)), link);
  };

  async function signed(request: Request): Promise<Request> {
    const headers = new Headers(request.headers);
    headers.set('Authorization', `Bearer ${await idToken()}`);
    if (!headers.has('Accept-Language') && config.locale !== undefined) {
      headers.set('Accept-Language', config.locale);
    }
    return new Request(request, { headers });
  }
}

/** An answer that asks for the shop's authorization leads the merchant there. */
function answered(response: Response, link: AdminLink): Response {
  const url = response.headers.get(reauthorizeHeader);
  if (url) openUrl(link, url, '_top');
  return response;
}
