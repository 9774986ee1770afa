/** What a page collects of itself. */
interface Vitals {
  /** Milliseconds from the opening of the frame. */
  largestPaint: number;
  /** All that moved by itself; never less than CLS, which counts the worst five seconds. */
  shift: number;
  /** The longest event of each interaction, milliseconds, by the browser's number of it. */
  readonly interactions: Record<number, number>;
}

declare global {
  interface Window {
    benchVitals?: Vitals;
  }
}

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
}

interface InteractionEvent extends PerformanceEntry {
  /** 0: a part of no interaction. */
  readonly interactionId: number;
}

/** TypeScript's own does not know it yet: https://w3c.github.io/event-timing/ */
interface EventTimingInit extends PerformanceObserverInit {
  readonly durationThreshold: number;
}

/** Runs in every frame before the page's own scripts; it is sent there as text, so it uses nothing from around it. */
export function collectVitals(): void {
  const vitals: Vitals = { largestPaint: 0, shift: 0, interactions: {} };
  window.benchVitals = vitals;
  const observe = (type: string, take: (entry: PerformanceEntry) => void) => {
    const observer = new PerformanceObserver((list) => {
      list.getEntries().forEach(take);
    });
    // Shorter events than these are not told of.
    const wanted: EventTimingInit = { type, buffered: true, durationThreshold: 16 };
    observer.observe(wanted);
  };
  observe('largest-contentful-paint', ({ startTime }) => {
    vitals.largestPaint = startTime;
  });
  observe('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as LayoutShift;
    if (!hadRecentInput) vitals.shift += value;
  });
  observe('event', (entry) => {
    const { interactionId, duration } = entry as InteractionEvent;
    if (interactionId === 0) return;
    vitals.interactions[interactionId] = Math.max(
      vitals.interactions[interactionId] ?? 0,
      duration,
    );
  });
}
