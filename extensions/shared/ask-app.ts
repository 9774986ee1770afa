/** What of the admin is needed to ask the app. */
export interface Host {
  readonly auth: { readonly idToken: () => Promise<string | null> };
  readonly i18n: { readonly translate: (key: string) => string };
}

export type Asked<Answer> =
  | { readonly outcome: 'answered'; readonly answer: Answer }
  /** The member of the staff may not use the app. */
  | { readonly outcome: 'no-permission' }
  /** What was asked for may have been done or not. */
  | { readonly outcome: 'no-answer' };

/**
 * Asks the app, in the language that the extension speaks. The admin takes a path for one of the app's own
 * (https://shopify.dev/docs/apps/build/admin/actions-blocks/connect-app-backend).
 */
export async function askApp<Answer>(
  { auth, i18n }: Host,
  path: string,
  fields: Readonly<Record<string, string>>,
  method: 'GET' | 'POST' = 'POST',
): Promise<Asked<Answer>> {
  try {
    const token = await auth.idToken();
    if (token === null) return { outcome: 'no-permission' };
    const language = { locale: i18n.translate('language') };
    const query = new URLSearchParams(method === 'GET' ? { ...fields, ...language } : language);
    const response = await fetch(`${path}?${query.toString()}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, Accept: 'application/json' },
      ...(method === 'POST' ? { body: new URLSearchParams({ ...fields }) } : {}),
    });
    if (response.status === 401 || response.status === 403) return { outcome: 'no-permission' };
    if (response.status >= 500) return { outcome: 'no-answer' };
    return { outcome: 'answered', answer: (await response.json()) as Answer };
  } catch {
    // No network, or an answer that was cut off: it is said on the screen.
    return { outcome: 'no-answer' };
  }
}
