-- What the whole judgement needs: signals, what parcels teach, the buyer's other orders, the policy's version.

ALTER TABLE "order_record" ADD COLUMN "customer_id" TEXT,
ADD COLUMN "refunded" BOOLEAN NOT NULL DEFAULT false;
CREATE INDEX "order_record_shop_customer_id_idx" ON "order_record"("shop", "customer_id");
-- Finds the orders of a product: `facts -> 'lines' @> '[{"sku": "…"}]'`.
CREATE INDEX "order_record_lines_idx" ON "order_record" USING gin ((facts -> 'lines') jsonb_path_ops);

ALTER TABLE "suggestion" ADD COLUMN "policy_version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "care" JSONB NOT NULL DEFAULT '{"automatic":true,"secondPerson":false,"checklist":[],"because":[]}';

CREATE TABLE "signal" (
    "id" BIGSERIAL NOT NULL,
    "shop" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "payload" JSONB NOT NULL,
    "skus" TEXT[],
    CONSTRAINT "signal_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "signal_shop_kind_external_id_key" ON "signal"("shop", "kind", "external_id");
CREATE INDEX "signal_shop_order_id_at_idx" ON "signal"("shop", "order_id", "at");
CREATE INDEX "signal_reports_by_sku_idx" ON "signal" USING gin ("skus") WHERE kind = 'report';

CREATE TABLE "parcel_transit" (
    "shop" TEXT NOT NULL,
    "fulfillment_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "destination" TEXT NOT NULL,
    "carrier" TEXT,
    "service" TEXT,
    "first_scan_days" DOUBLE PRECISION NOT NULL,
    "silence_days" DOUBLE PRECISION NOT NULL,
    "delivery_days" DOUBLE PRECISION NOT NULL,
    CONSTRAINT "parcel_transit_pkey" PRIMARY KEY ("shop", "fulfillment_id")
);
CREATE INDEX "parcel_transit_shop_origin_destination_idx" ON "parcel_transit"("shop", "origin", "destination");

-- What was written before is carried over: facts get the parts they lacked (unknown, so empty) …
UPDATE "order_record" SET
  facts = facts || jsonb_build_object(
    'customerId', null, 'returns', '[]'::jsonb,
    'payment', facts -> 'payment' || jsonb_build_object('shopTotal', facts #> '{payment,total}'),
    'shipping', facts -> 'shipping' || '{"service": null}'::jsonb),
  refunded = coalesce((facts #>> '{payment,refunded,amount}')::numeric, 0) > 0,
  -- … and every order is judged anew.
  look_again_at = now();

UPDATE "refund_attempt" SET facts = facts || jsonb_build_object(
    'customerId', null, 'returns', '[]'::jsonb,
    'payment', facts -> 'payment' || jsonb_build_object('shopTotal', facts #> '{payment,total}'),
    'shipping', facts -> 'shipping' || '{"service": null}'::jsonb);

-- Claims had two clocks, and no remedies of their own; options were two, both lawful as far as was known.
UPDATE "suggestion" SET
  claim = (claim - 'legalDeadline' - 'bankDeadline') || jsonb_build_object(
    'deadlines', (
      SELECT coalesce(jsonb_agg(clock.deadline || jsonb_build_object('kind', clock.kind)), '[]'::jsonb)
      FROM (VALUES (claim -> 'legalDeadline', 'legal-refund'),
                   (claim -> 'bankDeadline', 'card-dispute-earliest')) AS clock (deadline, kind)
      WHERE jsonb_typeof(clock.deadline) = 'object'),
    'remedies', '["refund"]'::jsonb,
    'ask', null,
    'stake', claim -> 'stake' || '{"duties": null, "fee": null}'::jsonb),
  recommendation = jsonb_build_object('options', (
    SELECT jsonb_agg(option || jsonb_build_object(
      'lawful', true, 'forbiddenBy', null,
      'amount', CASE option ->> 'kind' WHEN 'refund' THEN claim #> '{stake,estimate}'
        ELSE jsonb_build_object('amount', '0', 'currencyCode', claim #>> '{stake,estimate,currencyCode}') END))
    FROM jsonb_array_elements(recommendation -> 'options') AS option));
