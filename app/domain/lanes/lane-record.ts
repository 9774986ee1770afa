/** The way of a parcel; `null` is any. */
export interface LaneKey {
  /** ISO 3166-1 alpha-2. */
  readonly origin: string;
  readonly destination: string;
  readonly carrier: string | null;
  readonly service: string | null;
}

/** What one delivered parcel teaches, in days of 24 h with fractions. */
export interface LaneSample {
  readonly lane: LaneKey;
  /** From the label to the first sign of the carrier. */
  readonly firstScanDays: number;
  /** The longest time between two scans. */
  readonly silenceDays: number;
  /** From the label to the delivery. */
  readonly deliveryDays: number;
}

/** What the shop's delivered parcels of one lane teach: the quantile that the policy names, in days. */
export interface LaneRecord {
  readonly lane: LaneKey;
  readonly parcels: number;
  readonly firstScanDays: number;
  readonly silenceDays: number;
  readonly deliveryDays: number;
}
