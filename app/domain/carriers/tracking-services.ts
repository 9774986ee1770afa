/** Services that tell of many carriers' parcels; the first one that is connected is told of new parcels. */
export const trackingServices = ['17track', 'aftership', 'easypost'] as const;
export type TrackingService = (typeof trackingServices)[number];

export function trackingServiceOf(name: string | undefined): TrackingService | null {
  return trackingServices.find((service) => service === name) ?? null;
}

/** 17TRACK signs with the key of its calls; the others have a secret for that. */
export function signsWithApiKey(service: TrackingService): boolean {
  return service === '17track';
}
