-- A suggestion can be put off until a moment; what brought it back is kept while it is open.
ALTER TABLE "suggestion" ADD COLUMN "snoozed_until" TIMESTAMPTZ(3), ADD COLUMN "woken_because" TEXT;
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_snoozed_until_something"
  CHECK (("state" = 'snoozed') = ("snoozed_until" IS NOT NULL));
CREATE INDEX "suggestion_to_wake" ON "suggestion"("snoozed_until") WHERE "state" = 'snoozed';
