-- What a sweep of what is no longer kept has deleted so far.
CREATE TABLE "retention_sweep" (
    "shop" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "deliveries" INTEGER NOT NULL DEFAULT 0,
    "said" INTEGER NOT NULL DEFAULT 0,
    "orders" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "retention_sweep_pkey" PRIMARY KEY ("shop")
);

-- By age, each sweep reads no more than it deletes (of orders it takes "order_record_shop_read_at_idx").
CREATE INDEX "inbox_delivery_done" ON "inbox_delivery"("shop", "received_at", "id") WHERE "drained_at" IS NOT NULL OR "dead_at" IS NOT NULL;
CREATE INDEX "signal_of_buyers" ON "signal"("shop", "at", "id") WHERE kind IN ('report', 'message');
CREATE INDEX "second_reading_shop_asked_at_order_id_digest_idx" ON "second_reading"("shop", "asked_at", "order_id", "digest");
