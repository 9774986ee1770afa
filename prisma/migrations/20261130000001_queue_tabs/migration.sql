-- Which tab of the queue shows a suggestion follows from its state and from what is recommended. The database works it out,
-- so that no writer can forget it; a page of any tab is then a stretch of one index.
ALTER TABLE "suggestion"
  ADD COLUMN "recommended" TEXT NOT NULL
    GENERATED ALWAYS AS (coalesce("recommendation" #>> '{options,0,kind}', 'none')) STORED,
  ADD COLUMN "queue_tab" TEXT NOT NULL GENERATED ALWAYS AS (CASE
    WHEN "state" = 'snoozed' THEN 'snoozed'
    WHEN "state" = 'open'
      AND coalesce("recommendation" #>> '{options,0,kind}', 'none') IN ('wait', 'ask-buyer', 'contact-carrier') THEN 'waiting'
    WHEN "state" IN ('open', 'rejected') THEN 'to-decide'
    WHEN "state" IN ('approved', 'refunding', 'unknown') THEN 'refunding'
    ELSE 'done' END) STORED;

DROP INDEX "suggestion_queue";
DROP INDEX "suggestion_shop_state_amount_id_idx";
DROP INDEX "suggestion_shop_state_opened_at_id_idx";
-- The queue's order: the most urgent first, those without a clock last.
CREATE INDEX "suggestion_queue" ON "suggestion"("shop", "queue_tab", (COALESCE("act_by", 'infinity'::timestamptz)), "id");
CREATE INDEX "suggestion_shop_queue_tab_amount_id_idx" ON "suggestion"("shop", "queue_tab", "amount", "id");
CREATE INDEX "suggestion_shop_queue_tab_opened_at_id_idx" ON "suggestion"("shop", "queue_tab", "opened_at", "id");
