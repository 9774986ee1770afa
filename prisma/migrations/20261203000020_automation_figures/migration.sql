-- What the overview says of automation: what the machine paid, or was kept from paying, and its verdicts, by their time.
CREATE INDEX "refund_attempt_automatic_settled" ON "refund_attempt"("shop", "settled_at") WHERE automatic;
CREATE INDEX "automatic_verdict_shop_at_idx" ON "automatic_verdict"("shop", "at");
