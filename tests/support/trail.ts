type Query = (sql: string, values?: unknown[]) => Promise<unknown>;

/** Events of a shop in the database, as many as wanted; every tenth order is called `#X…`. */
export interface Trail {
  readonly shop: string;
  readonly events: number;
}

/**
 * Writes a trail, oldest first and a second apart, some of them at the same instant: five events an order by the app,
 * one in ten by `staff:1`. The first ten alone are changes of the settings, by `staff:2`.
 */
export async function writeTrail(query: Query, { shop, events }: Trail): Promise<void> {
  await query(
    `insert into suggestion (id, shop, order_id, order_name, state, scenario, ground, amount, currency,
       probability, responsible, claim, recommendation, opened_at, updated_at)
     select md5($1 || n)::uuid, $1, 'gid://shopify/Order/' || n,
       case when n % 10 = 0 then '#X' else '#' end || (1000 + n), 'withdrawn', 'logistics', 'lost', 10, 'USD',
       0.5, 'carrier', '{}', '{}', now(), now()
     from generate_series(1, $2::int / 5) as n`,
    [shop, events],
  );
  await query(
    `insert into audit_event (shop, order_id, suggestion_id, at, actor, kind, params)
     select $1, 'gid://shopify/Order/' || o, md5($1 || o)::uuid,
       '2026-11-01T00:00:00Z'::timestamptz + (n - n % 3) * interval '1 second',
       case when n % 10 = 3 then 'staff:1' else 'system' end,
       (array['suggestion-opened', 'suggestion-changed', 'refund-sent', 'suggestion-approved', 'refund-made'])[n % 5 + 1],
       jsonb_build_object('amount', jsonb_build_object('kind', 'money', 'money',
         jsonb_build_object('amount', '90071992547409931.27', 'currencyCode', 'USD')))
     from (select n, (n - 11) / 5 + 1 as o from generate_series(11, $2::int) as n) as numbered`,
    [shop, events],
  );
  await query(
    `insert into audit_event (shop, at, actor, kind, params)
     select $1, '2026-10-31T00:00:00Z'::timestamptz + n * interval '1 hour', 'staff:2', 'policy-changed', '{}'
     from generate_series(1, 10) as n`,
    [shop],
  );
  await query('analyze audit_event, suggestion');
}
