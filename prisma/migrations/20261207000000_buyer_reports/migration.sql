-- What buyers report of their orders: codes and lines. What a report says to the judgement is a signal of the same id.
CREATE TABLE "buyer_report" (
    "id" UUID NOT NULL,
    "shop" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "door" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "problem" TEXT NOT NULL,
    "lines" JSONB NOT NULL,
    "remedy" TEXT NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "buyer_report_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "buyer_report_shop_order_id_client_id_key" ON "buyer_report"("shop", "order_id", "client_id");

CREATE TABLE "report_photo" (
    "id" UUID NOT NULL,
    "shop" TEXT NOT NULL,
    "report_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,

    CONSTRAINT "report_photo_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "report_photo_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "buyer_report"("id")
      ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "report_photo_key_key" ON "report_photo"("key");
CREATE INDEX "report_photo_report_id_position_idx" ON "report_photo"("report_id", "position");

-- Pictures that the photo store has to let go of. They are not in the database, so what deletes a row cannot delete them with it.
CREATE TABLE "photo_erasure" (
    "key" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "photo_erasure_pkey" PRIMARY KEY ("key")
);
CREATE INDEX "photo_erasure_due_at_idx" ON "photo_erasure"("due_at");

-- Whoever deletes a photo's row, by whatever way, has its picture deleted too.
CREATE FUNCTION ask_for_photo_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "photo_erasure" ("key", "due_at") VALUES (OLD."key", now())
    ON CONFLICT ("key") DO UPDATE SET "due_at" = excluded."due_at";
  RETURN OLD;
END;
$$;
CREATE TRIGGER "report_photo_deleted" AFTER DELETE ON "report_photo"
  FOR EACH ROW EXECUTE FUNCTION ask_for_photo_erasure();
