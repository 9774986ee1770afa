-- Filters of the queue that a shop keeps under a name. Whose they are is not known: they are the shop's.
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "shop" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "params" TEXT NOT NULL,
    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "saved_view_shop_name_key_key" ON "saved_view"("shop", "name_key");
