-- What the queue filters by besides: who carries the order's parcels; and its order by confidence.
ALTER TABLE "suggestion" ADD COLUMN "carriers" TEXT[] NOT NULL DEFAULT '{}';
CREATE INDEX "suggestion_shop_queue_tab_probability_id_idx" ON "suggestion"("shop", "queue_tab", "probability", "id");

UPDATE "suggestion" SET carriers = found.carriers FROM (
  SELECT record.shop, record.order_id, array_agg(DISTINCT left(btrim(parcel ->> 'carrier'), 60)) AS carriers
  FROM "order_record" record, jsonb_array_elements(record.facts -> 'parcels') AS parcel
  WHERE btrim(parcel ->> 'carrier') <> '' AND parcel ->> 'status' <> 'CANCELLED'
  GROUP BY record.shop, record.order_id) AS found
WHERE "suggestion".shop = found.shop AND "suggestion".order_id = found.order_id;
