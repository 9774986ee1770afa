-- What happens after a refund: whether Shopify still has it, whether its order was marked, and whether it was regretted.
ALTER TABLE "refund_attempt" ADD COLUMN "reconciled_at" TIMESTAMPTZ(3), ADD COLUMN "marked_at" TIMESTAMPTZ(3);
CREATE INDEX "refund_attempt_to_reconcile" ON "refund_attempt"("settled_at")
  WHERE state = 'refunded' AND reconciled_at IS NULL;
ALTER TABLE "suggestion" ADD COLUMN "regretted_at" TIMESTAMPTZ(3);
