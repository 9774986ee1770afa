-- What the machine pays by itself, or would have paid: to be compared with what the merchant decides.
ALTER TABLE "refund_attempt" ADD COLUMN "automatic" BOOLEAN NOT NULL DEFAULT false;
-- What the machine spent is summed for its own limits.
CREATE INDEX "refund_attempt_automatic" ON "refund_attempt"("shop", "intended_at") WHERE automatic;
CREATE TABLE "automatic_verdict" (
  "shop" TEXT NOT NULL,
  "suggestion_id" UUID NOT NULL,
  "ground" TEXT NOT NULL,
  "amount" DECIMAL(20,4) NOT NULL,
  "currency" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "automatic_verdict_pkey" PRIMARY KEY ("shop", "suggestion_id")
);
CREATE INDEX "automatic_verdict_shop_ground_at_idx" ON "automatic_verdict"("shop", "ground", "at");
