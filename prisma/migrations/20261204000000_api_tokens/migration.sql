-- One token a shop, with which other programs send what buyers write. Only its digest is kept.
CREATE TABLE "api_token" (
    "shop" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("shop")
);
CREATE UNIQUE INDEX "api_token_digest_key" ON "api_token"("digest");

-- Helpdesks know orders by their names.
CREATE INDEX "order_record_shop_name_idx" ON "order_record"("shop", "name");
