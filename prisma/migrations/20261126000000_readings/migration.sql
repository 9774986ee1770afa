-- What a second reader said of texts, how often it was asked, and what the merchant's decisions say of readings.

CREATE TABLE "second_reading" (
    "shop" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "reading" JSONB,
    CONSTRAINT "second_reading_pkey" PRIMARY KEY ("shop", "order_id", "digest")
);

CREATE TABLE "second_reader_day" (
    "shop" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "asked" INTEGER NOT NULL,
    CONSTRAINT "second_reader_day_pkey" PRIMARY KEY ("shop", "day")
);

CREATE TABLE "reading_label" (
    "shop" TEXT NOT NULL,
    "suggestion_id" UUID NOT NULL,
    "order_id" TEXT NOT NULL,
    "intent" TEXT NOT NULL,
    "reader" TEXT NOT NULL,
    "percent" INTEGER NOT NULL,
    "verdict" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "reading_label_pkey" PRIMARY KEY ("shop", "suggestion_id")
);

-- What was written before has no note that was read; orders are judged anew when they are looked at.
UPDATE "order_record" SET facts = facts || '{"note": null}';
UPDATE "refund_attempt" SET facts = facts || '{"note": null}';
