-- What came of each run of a Flow action: the same run gets the same answer.
CREATE TABLE "flow_run" (
    "shop" TEXT NOT NULL,
    "run_id" TEXT NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" JSONB,

    CONSTRAINT "flow_run_pkey" PRIMARY KEY ("shop", "run_id")
);
CREATE INDEX "flow_run_shop_taken_at_idx" ON "flow_run"("shop", "taken_at");
