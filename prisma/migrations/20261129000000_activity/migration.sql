-- The audit trail as a page: the whole of it in the order of time, and whoever did what in the same order.
CREATE INDEX "audit_event_shop_at_id_idx" ON "audit_event"("shop", "at", "id");
CREATE INDEX "audit_event_shop_actor_kind_at_id_idx" ON "audit_event"("shop", "actor", "kind", "at", "id");
-- Orders by a part of their name, without their suggestions being read.
CREATE INDEX "suggestion_shop_order_name_order_id_idx" ON "suggestion"("shop", "order_name", "order_id");
