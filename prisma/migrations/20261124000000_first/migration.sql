-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "shop" (
    "domain" TEXT NOT NULL,
    "currency" TEXT,
    "country" TEXT,
    "timezone" TEXT NOT NULL DEFAULT 'UTC',
    "installed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "uninstalled_at" TIMESTAMPTZ(3),
    "policy" JSONB,
    "policy_version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "shop_pkey" PRIMARY KEY ("domain")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "is_online" BOOLEAN NOT NULL,
    "scope" TEXT,
    "expires" TIMESTAMPTZ(3),
    "access_token" TEXT,
    "refresh_token" TEXT,
    "refresh_token_expires" TIMESTAMPTZ(3),
    "user_id" TEXT,
    "locale" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbox_delivery" (
    "id" BIGSERIAL NOT NULL,
    "webhook_id" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "api_version" TEXT NOT NULL,
    "event_id" TEXT,
    "triggered_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "order_id" TEXT,
    "body" BYTEA,
    "drained_at" TIMESTAMPTZ(3),
    "dead_at" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "inbox_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_record" (
    "shop" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "assessment" JSONB NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,
    "look_again_at" TIMESTAMPTZ(3),
    "looks" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "order_record_pkey" PRIMARY KEY ("shop","order_id")
);

-- CreateTable
CREATE TABLE "suggestion" (
    "id" UUID NOT NULL,
    "shop" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "order_name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "scenario" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "amount" DECIMAL(20,4) NOT NULL,
    "currency" TEXT NOT NULL,
    "probability" DOUBLE PRECISION NOT NULL,
    "responsible" TEXT NOT NULL,
    "destination_country" TEXT,
    "act_by" TIMESTAMPTZ(3),
    "claim" JSONB NOT NULL,
    "recommendation" JSONB NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "hold_until" TIMESTAMPTZ(3),
    "withdrawn_because" TEXT,
    "dismiss_reason" TEXT,
    "decided_by" TEXT,

    CONSTRAINT "suggestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refund_attempt" (
    "id" UUID NOT NULL,
    "shop" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "suggestion_id" UUID NOT NULL,
    "idempotency_key" UUID NOT NULL,
    "variables" JSONB NOT NULL,
    "facts" JSONB NOT NULL,
    "amount" DECIMAL(20,4) NOT NULL,
    "currency" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "intended_at" TIMESTAMPTZ(3) NOT NULL,
    "send_after" TIMESTAMPTZ(3) NOT NULL,
    "first_sent_at" TIMESTAMPTZ(3),
    "last_sent_at" TIMESTAMPTZ(3),
    "sends" INTEGER NOT NULL DEFAULT 0,
    "settled_at" TIMESTAMPTZ(3),
    "refund_id" TEXT,
    "money_status" TEXT,
    "problem" TEXT,

    CONSTRAINT "refund_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "shop" TEXT NOT NULL,
    "order_id" TEXT,
    "suggestion_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "params" JSONB NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "session_shop_idx" ON "session"("shop");

-- CreateIndex
CREATE UNIQUE INDEX "inbox_delivery_webhook_id_key" ON "inbox_delivery"("webhook_id");

-- CreateIndex
CREATE INDEX "order_record_look_again_at_idx" ON "order_record"("look_again_at");

-- CreateIndex
CREATE INDEX "suggestion_shop_state_amount_id_idx" ON "suggestion"("shop", "state", "amount", "id");

-- CreateIndex
CREATE INDEX "suggestion_shop_state_opened_at_id_idx" ON "suggestion"("shop", "state", "opened_at", "id");

-- CreateIndex
CREATE INDEX "suggestion_shop_order_id_idx" ON "suggestion"("shop", "order_id");

-- CreateIndex
CREATE UNIQUE INDEX "refund_attempt_idempotency_key_key" ON "refund_attempt"("idempotency_key");

-- CreateIndex
CREATE INDEX "refund_attempt_shop_order_id_idx" ON "refund_attempt"("shop", "order_id");

-- CreateIndex
CREATE INDEX "refund_attempt_suggestion_id_idx" ON "refund_attempt"("suggestion_id");

-- CreateIndex
CREATE INDEX "refund_attempt_state_send_after_idx" ON "refund_attempt"("state", "send_after");

-- CreateIndex
CREATE INDEX "audit_event_shop_order_id_id_idx" ON "audit_event"("shop", "order_id", "id");

-- CreateIndex
CREATE INDEX "audit_event_shop_suggestion_id_id_idx" ON "audit_event"("shop", "suggestion_id", "id");


-- What is still to be drained, by order.
CREATE INDEX "inbox_delivery_waiting" ON "inbox_delivery"("shop", "order_id") WHERE "drained_at" IS NULL AND "dead_at" IS NULL;
CREATE INDEX "inbox_delivery_waiting_since" ON "inbox_delivery"("received_at") WHERE "drained_at" IS NULL AND "dead_at" IS NULL;
CREATE INDEX "inbox_delivery_dead" ON "inbox_delivery"("shop", "id") WHERE "dead_at" IS NOT NULL;

-- At most one suggestion per order that a person or a payment is still busy with.
CREATE UNIQUE INDEX "suggestion_one_open_per_order" ON "suggestion"("shop", "order_id") WHERE "state" IN ('open', 'snoozed', 'approved', 'refunding', 'unknown', 'rejected');
-- The queue's order: the most urgent first, those without a clock last.
CREATE INDEX "suggestion_queue" ON "suggestion"("shop", "state", (COALESCE("act_by", 'infinity'::timestamptz)), "id");
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_amount_positive" CHECK ("amount" > 0);

-- At most one payment under way per order: the database's own word on "exactly once".
CREATE UNIQUE INDEX "refund_attempt_one_open_per_order" ON "refund_attempt"("shop", "order_id") WHERE "state" IN ('intended', 'sent', 'unknown');
ALTER TABLE "refund_attempt" ADD CONSTRAINT "refund_attempt_amount_positive" CHECK ("amount" > 0);

-- The audit log is append-only. Rows leave it only whole, when a shop's data is erased.
CREATE FUNCTION "audit_event_refuse_update"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit_event is append-only';
END $$;
CREATE TRIGGER "audit_event_append_only" BEFORE UPDATE ON "audit_event" FOR EACH ROW EXECUTE FUNCTION "audit_event_refuse_update"();
