CREATE TABLE "parcel_number" (
    "shop" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "fulfillment_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "shown" TEXT NOT NULL,
    "carrier" TEXT,
    "registered_at_service" TEXT,
    "ask_at" TIMESTAMPTZ(3),
    "problem" TEXT,

    CONSTRAINT "parcel_number_pkey" PRIMARY KEY ("shop","number","fulfillment_id")
);
CREATE INDEX "parcel_number_shop_order_id_idx" ON "parcel_number"("shop", "order_id");
-- Most numbers are of parcels that came long ago.
CREATE INDEX "parcel_number_to_ask" ON "parcel_number"("shop", "ask_at") WHERE "ask_at" IS NOT NULL;

CREATE TABLE "carrier_connection" (
    "shop" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "hook" TEXT NOT NULL,
    "api_key" TEXT NOT NULL,
    "webhook_secret" TEXT,
    "calls_per_day" INTEGER NOT NULL,
    "connected_at" TIMESTAMPTZ(3) NOT NULL,
    "heard_at" TIMESTAMPTZ(3),
    "problem" TEXT,
    "problem_at" TIMESTAMPTZ(3),

    CONSTRAINT "carrier_connection_pkey" PRIMARY KEY ("shop","service")
);
CREATE UNIQUE INDEX "carrier_connection_hook_key" ON "carrier_connection"("hook");

CREATE TABLE "carrier_event" (
    "shop" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "carrier_event_pkey" PRIMARY KEY ("shop","service","event_id")
);
CREATE INDEX "carrier_event_received_at_idx" ON "carrier_event"("received_at");

CREATE TABLE "carrier_call_day" (
    "shop" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "calls" INTEGER NOT NULL,

    CONSTRAINT "carrier_call_day_pkey" PRIMARY KEY ("shop","service","day")
);

CREATE TABLE "carrier_refusal" (
    "shop" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "times" INTEGER NOT NULL,

    CONSTRAINT "carrier_refusal_pkey" PRIMARY KEY ("shop","service","why","day")
);

CREATE TABLE "digest_setting" (
    "shop" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "recipients" TEXT,
    "chat_url" TEXT,
    "sent_for" TEXT,
    "sent_at" TIMESTAMPTZ(3),
    "problem" TEXT,

    CONSTRAINT "digest_setting_pkey" PRIMARY KEY ("shop")
);

-- The numbers of the orders that are known already. They are asked about from the next look on.
INSERT INTO "parcel_number" ("shop", "number", "fulfillment_id", "order_id", "shown", "carrier")
SELECT record."shop", upper(regexp_replace(number, '[^[:alnum:]]', '', 'g')), parcel ->> 'fulfillmentId', record."order_id", number, parcel ->> 'carrier'
FROM "order_record" record
  CROSS JOIN LATERAL jsonb_array_elements(coalesce(record."facts" -> 'parcels', '[]')) AS parcel
  CROSS JOIN LATERAL jsonb_array_elements_text(coalesce(parcel -> 'trackingNumbers', '[]')) AS number
WHERE regexp_replace(number, '[^[:alnum:]]', '', 'g') <> '' AND coalesce(parcel ->> 'status', '') <> 'CANCELLED'
ON CONFLICT DO NOTHING;
