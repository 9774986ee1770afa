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
  // In a frame that shares its process with the admin, the browser does not see that an input was the reason.
  let lastInput = -Infinity;
  for (const type of ['pointerdown', 'click', 'keydown']) {
    const note = ({ timeStamp }: Event) => {
      lastInput = Math.max(lastInput, timeStamp);
    };
    window.addEventListener(type, note, { capture: true, passive: true });
  }
  observe('layout-shift', (entry) => {
    const { value, startTime } = entry as LayoutShift;
    if (startTime - lastInput > 500) vitals.shift += value;
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
