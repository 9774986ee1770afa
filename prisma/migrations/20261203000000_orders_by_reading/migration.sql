-- What another policy would make of the orders that were read last.
CREATE INDEX "order_record_shop_read_at_idx" ON "order_record"("shop", "read_at" DESC, "order_id");
