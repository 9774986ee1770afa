-- The suggestions $2 to $3 of the shop $1. By hashes of a row's number: any two of its values are as good as independent.
-- $4 claims by ground, $5 who is responsible for each, $6 a recommendation to refund and one to ask the carrier, $7 care.
insert into suggestion (id, shop, order_id, order_name, state, scenario, ground, amount, currency, probability,
  responsible, destination_country, carriers, act_by, legal_by, claim, recommendation, care, opened_at, updated_at,
  snoozed_until, dismiss_reason, withdrawn_because, decided_by)
select gen_random_uuid(), $1, 'gid://shopify/Order/' || (1000000 + n), '#' || (1000 + n), state,
  claim ->> 'scenario', claim ->> 'ground',
  round(exp((case currency when 'JPY' then 6 else 2 end) + bench_dice(n, 1, 400) / 100.0)::numeric,
    case currency when 'JPY' then 0 else 2 end),
  currency, probability, responsible, country, array[carrier], act_by, act_by,
  -- What is decided keeps the claim as it was; of what is open, a row shows these.
  case when is_open then claim || jsonb_build_object(
    'probability', claim -> 'probability' || jsonb_build_object('value', probability),
    'responsibility', claim -> 'responsibility' || jsonb_build_object('party', responsible),
    'deadlines', jsonb_build_array(jsonb_build_object('kind', 'legal-refund', 'rule', 'eu-delivery-30d',
      'at', to_char(act_by at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))) else claim end,
  ($6::jsonb[])[case when waits then 2 else 1 end], $7::jsonb, opened_at,
  case when is_open then opened_at else opened_at + bench_dice(n, 2, 1440 * 9) * interval '1 minute' end,
  case state when 'snoozed' then now() + (1 + bench_dice(n, 3, 20)) * interval '1 day' end,
  case state when 'dismissed' then
    (array['not-owed', 'already-handled', 'buyer-agreed-to-wait'])[1 + bench_dice(n, 4, 3)] end,
  case state when 'withdrawn' then (array['delivered', 'shipped', 'moving-again'])[1 + bench_dice(n, 5, 3)] end,
  case when state in ('refunded', 'dismissed') then 'staff:' || bench_dice(n, 6, 5) end
from (
  select n, state, is_open, waits, country, currency, claim, responsible, carrier, opened_at,
    case when is_open then opened_at + (10 + bench_dice(n, 7, 20)) * interval '1 day' end as act_by,
    case when waits then 0.30 else 0.55 end + bench_dice(n, 8, 45) / 100.0 as probability
  from generate_series($2::int, $3::int) as n
  -- Of a thousand: 30 to be decided, 32 wait for the carrier, 10 are snoozed; then refunded, dismissed, withdrawn.
  cross join lateral (select bench_dice(n, 9, 1000) as lot) as drawn
  cross join lateral (select lot < 72 as is_open, lot between 30 and 61 as waits, case
    when lot < 62 then 'open' when lot < 72 then 'snoozed' when lot < 660 then 'refunded'
    when lot < 810 then 'dismissed' else 'withdrawn' end as state) as stands
  cross join lateral (select 1 + bench_dice(n, 10, 20) as place) as going
  cross join lateral (select
    (array['US','US','US','US','US','US','US','DE','DE','DE','GB','GB','FR','FR','CA','AU','JP','BR','ES','IT'])
      [place] as country,
    (array['USD','USD','USD','USD','USD','USD','USD','EUR','EUR','EUR','GBP','GBP','EUR','EUR','CAD','AUD','JPY',
      'BRL','EUR','EUR'])[place] as currency) as destination
  cross join lateral (select 1 + bench_dice(n, 11, array_length($5::text[], 1)) as ground) as picked
  cross join lateral (select ($4::jsonb[])[ground] as claim, ($5::text[])[ground] as responsible) as claimed
  cross join lateral (select
    (array['4PX', 'YunExpress', 'USPS', 'DHL', 'UPS', 'Royal Mail', 'La Poste'])[1 + bench_dice(n, 12, 7)]
      as carrier) as sent
  cross join lateral (select now() - interval '1 minute' * case when is_open then bench_dice(n, 13, 1440 * 30)
    else 1440 * 10 + bench_dice(n, 13, 1440 * 720) end as opened_at) as began
) as suggested
