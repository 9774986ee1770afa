-- What the overview counts by: both clocks of a claim as columns, and indexes by when something opened, was decided and was paid.

ALTER TABLE "suggestion" ADD COLUMN "legal_by" TIMESTAMPTZ(3), ADD COLUMN "bank_by" TIMESTAMPTZ(3);
UPDATE "suggestion" SET
  legal_by = (SELECT min((deadline ->> 'at')::timestamptz)
    FROM jsonb_array_elements(claim -> 'deadlines') AS deadline
    WHERE deadline ->> 'kind' = 'legal-refund'),
  bank_by = (SELECT min((deadline ->> 'at')::timestamptz)
    FROM jsonb_array_elements(claim -> 'deadlines') AS deadline
    WHERE deadline ->> 'kind' = 'card-dispute-earliest');

CREATE INDEX "suggestion_shop_opened_at_id_idx" ON "suggestion"("shop", "opened_at", "id");
CREATE INDEX "suggestion_shop_updated_at_idx" ON "suggestion"("shop", "updated_at");
CREATE INDEX "refund_attempt_paid" ON "refund_attempt"("shop", "settled_at") WHERE state = 'refunded';
-- Refunds that somebody has to look at: few among very many.
CREATE INDEX "refund_attempt_troubled" ON "refund_attempt"("shop")
  WHERE state = 'unknown' OR (state = 'refunded' AND (money_status = 'failure' OR problem IS NOT NULL));

-- The set-up guide, put away by the merchant.
ALTER TABLE "shop" ADD COLUMN "guide_hidden_at" TIMESTAMPTZ(3);
