/** What a shop has to do and wait for until it is running. */
export const guideSteps = ['policy', 'history', 'decision'] as const;
export type GuideStep = (typeof guideSteps)[number];

export interface GuideFacts {
  /** The policy was saved at least once. */
  readonly policyReviewed: boolean;
  readonly decided: boolean;
  readonly hidden: boolean;
}

/** How far a shop is set up; with how far its orders are read, while the guide shows it. */
export interface Guide extends GuideFacts {
  readonly progress: ReadingProgress | null;
}

interface ReadingProgress {
  readonly ordersLooked: number;
  readonly deliveriesWaiting: number;
}

/** Whether the guide is on the page. Over: the shop is running; a decision means that orders were read before. */
export function standingOf({
  policyReviewed,
  decided,
  hidden,
}: GuideFacts): 'shown' | 'hidden' | 'over' {
  if (policyReviewed && decided) return 'over';
  return hidden ? 'hidden' : 'shown';
}

export function isStepDone(step: GuideStep, facts: GuideFacts, progress: ReadingProgress): boolean {
  switch (step) {
    case 'policy':
      return facts.policyReviewed;
    case 'history':
      return progress.ordersLooked > 0 && progress.deliveriesWaiting === 0;
    case 'decision':
      return facts.decided;
  }
}
