-- When each kind of notification last came, and on which days: read from an index in the order of time.
CREATE INDEX "inbox_delivery_shop_topic_received_at_idx" ON "inbox_delivery"("shop", "topic", "received_at");

-- Changes of orders that no notification had told of when they were read.
CREATE TABLE "untold_change" (
  "shop" TEXT NOT NULL,
  "order_id" TEXT NOT NULL,
  "changed_at" TIMESTAMPTZ(3) NOT NULL,
  "found_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "untold_change_pkey" PRIMARY KEY ("shop", "order_id", "changed_at")
);
CREATE INDEX "untold_change_shop_found_at_idx" ON "untold_change"("shop", "found_at");

-- What Shopify last said of the shop's API budget, and how many calls were throttled in which minute of the last day.
CREATE TABLE "api_budget" (
  "shop" TEXT NOT NULL,
  "available" DOUBLE PRECISION NOT NULL,
  "maximum" DOUBLE PRECISION NOT NULL,
  "restore_rate" DOUBLE PRECISION NOT NULL,
  "seen_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "api_budget_pkey" PRIMARY KEY ("shop")
);
CREATE TABLE "api_throttling" (
  "shop" TEXT NOT NULL,
  "minute" TIMESTAMPTZ(3) NOT NULL,
  "times" INTEGER NOT NULL,
  CONSTRAINT "api_throttling_pkey" PRIMARY KEY ("shop", "minute")
);
