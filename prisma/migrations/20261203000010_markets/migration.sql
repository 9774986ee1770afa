-- The countries that a shop sells to are hopped through, one probe each, however many orders there are.
CREATE INDEX "order_record_markets" ON "order_record"("shop", ((facts->>'destinationCountry')), ((facts->>'createdAt')));
