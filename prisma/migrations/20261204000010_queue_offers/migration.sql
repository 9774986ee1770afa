-- What there is to filter by is read from one value to the next: by an index entry for each value, however many rows have it.
CREATE INDEX "suggestion_places" ON "suggestion"("shop", "queue_tab", (COALESCE("destination_country", '')), "currency");
-- The first three names: an entry has to stay small, and an order with more carriers is hard to find.
CREATE INDEX "suggestion_carriers" ON "suggestion"("shop", "queue_tab", ("carriers"[1:3]));
