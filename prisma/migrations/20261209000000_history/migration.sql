-- Past orders, read by bulk operations, and what policies would have made of them.
CREATE TABLE "history_import" (
    "id" UUID NOT NULL,
    "shop" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3),
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "operation_id" TEXT,
    "read_bytes" BIGINT NOT NULL DEFAULT 0,
    "file_bytes" BIGINT,
    "gathered" INTEGER NOT NULL DEFAULT 0,
    "orders" INTEGER NOT NULL DEFAULT 0,
    "dispatches" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,

    CONSTRAINT "history_import_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "history_import_shop_asked_at_idx" ON "history_import"("shop", "asked_at");

CREATE TABLE "history_order" (
    "shop" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "import_id" UUID NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,
    "told" JSONB NOT NULL,

    CONSTRAINT "history_order_pkey" PRIMARY KEY ("shop", "order_id")
);
CREATE INDEX "history_order_shop_read_at_idx" ON "history_order"("shop", "read_at");

CREATE TABLE "history_dispatch" (
    "shop" TEXT NOT NULL,
    "dispatch_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "told" JSONB NOT NULL,

    CONSTRAINT "history_dispatch_pkey" PRIMARY KEY ("shop", "dispatch_id")
);
CREATE INDEX "history_dispatch_shop_order_id_idx" ON "history_dispatch"("shop", "order_id");

CREATE TABLE "back_test" (
    "id" UUID NOT NULL,
    "shop" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "changes" JSONB NOT NULL,
    "policy" JSONB NOT NULL,
    "policy_version" INTEGER NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "until" TIMESTAMPTZ(3) NOT NULL,
    "after" TEXT NOT NULL DEFAULT '',
    "judged" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL,
    "sums" JSONB NOT NULL,
    "problem" TEXT,

    CONSTRAINT "back_test_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "back_test_shop_asked_at_idx" ON "back_test"("shop", "asked_at");

CREATE TABLE "back_test_order" (
    "back_test_id" UUID NOT NULL,
    "shop" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "order_name" TEXT NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL,
    "value" DECIMAL(20,4) NOT NULL,
    "currency" TEXT NOT NULL,
    "truth" TEXT NOT NULL,
    "seen_by" TEXT,
    "act_at" TIMESTAMPTZ(3),
    "ground" TEXT,
    "amount" DECIMAL(20,4),
    "probability" DOUBLE PRECISION,
    "break_even" DOUBLE PRECISION,

    CONSTRAINT "back_test_order_pkey" PRIMARY KEY ("back_test_id", "order_id")
);
CREATE INDEX "back_test_order_shop_order_id_idx" ON "back_test_order"("shop", "order_id");

-- One at a time.
CREATE UNIQUE INDEX "history_import_running" ON "history_import"("shop") WHERE "state" = 'running';
CREATE UNIQUE INDEX "back_test_running" ON "back_test"("shop") WHERE "state" = 'running';
