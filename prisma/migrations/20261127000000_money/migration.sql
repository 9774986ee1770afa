-- What a refund attempt asks of Shopify may be more than one call; limits count in the shop's own currency.

ALTER TABLE "refund_attempt" RENAME COLUMN "variables" TO "request";
ALTER TABLE "refund_attempt" ADD COLUMN "shop_amount" DECIMAL(20,4) NOT NULL DEFAULT 0;
CREATE INDEX "refund_attempt_shop_intended_at_idx" ON "refund_attempt"("shop", "intended_at");
CREATE INDEX "refund_attempt_customer_idx" ON "refund_attempt"("shop", (facts ->> 'customerId'), "intended_at");

-- An order whose payment is only held can be cancelled: nothing is paid then.
ALTER TABLE "suggestion" DROP CONSTRAINT "suggestion_amount_positive",
  ADD CONSTRAINT "suggestion_amount_not_negative" CHECK ("amount" >= 0);
ALTER TABLE "refund_attempt" DROP CONSTRAINT "refund_attempt_amount_positive",
  ADD CONSTRAINT "refund_attempt_amount_not_negative" CHECK ("amount" >= 0);

-- What was written before: a refund of the order and nothing else …
UPDATE "refund_attempt" SET
  request = '{"path": "refund", "prepare": []}'::jsonb || request,
  shop_amount = CASE
    WHEN (facts #>> '{payment,total,amount}')::numeric > 0
    THEN round(amount * (facts #>> '{payment,shopTotal,amount}')::numeric
      / (facts #>> '{payment,total,amount}')::numeric, 4)
    ELSE amount END;

-- … and lines and returns without the ids that are read from now on. Orders with returns are looked at again.
CREATE FUNCTION pg_temp.with_ids(facts jsonb) RETURNS jsonb LANGUAGE sql AS $$
  SELECT facts || jsonb_build_object(
    'lines', coalesce((SELECT jsonb_agg(line || '{"dutyIds": []}') FROM jsonb_array_elements(facts -> 'lines') AS line), '[]'),
    'returns', coalesce((
      SELECT jsonb_agg(one || jsonb_build_object('refundIds', '[]'::jsonb, 'lines', coalesce((
        SELECT jsonb_agg(line || '{"returnLineId": null, "processed": 0}')
        FROM jsonb_array_elements(one -> 'lines') AS line), '[]')))
      FROM jsonb_array_elements(facts -> 'returns') AS one), '[]'))
$$;
UPDATE "order_record" SET
  facts = pg_temp.with_ids(facts),
  look_again_at = CASE WHEN jsonb_array_length(facts -> 'returns') > 0 THEN now() ELSE look_again_at END;
UPDATE "refund_attempt" SET facts = pg_temp.with_ids(facts);

-- Many approvals in one go: each item is an approval of its own, made by a job that can stop anywhere.
CREATE TABLE "bulk_approval" (
    "id" UUID NOT NULL,
    "shop" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    CONSTRAINT "bulk_approval_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "bulk_approval_shop_created_at_idx" ON "bulk_approval"("shop", "created_at");

CREATE TABLE "bulk_item" (
    "bulk_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "shop" TEXT NOT NULL,
    "suggestion_id" UUID NOT NULL,
    "order_name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "amount" DECIMAL(20,4) NOT NULL,
    "currency" TEXT NOT NULL,
    "outcome" TEXT,
    "reason" TEXT,
    CONSTRAINT "bulk_item_pkey" PRIMARY KEY ("bulk_id", "position")
);
