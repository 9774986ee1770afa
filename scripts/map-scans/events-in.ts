export interface TrackingEvent {
  readonly status: string;
  readonly message: string | null;
}

/** The events of a tracking response, by the names that carriers and providers give to their parts; none where it has none. */
export function eventsIn(text: string): readonly TrackingEvent[] {
  return text.trimStart().startsWith('<') ? eventsInXml(text) : eventsInJson(text);
}

function eventsInJson(text: string): readonly TrackingEvent[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // Some captures are neither JSON nor XML: they hold no event that can be read.
    return [];
  }
  const events: TrackingEvent[] = [];
  walk(json, events);
  return events;
}

type Json = Readonly<Record<string, unknown>>;

const lists = ['events', 'tracking_details', 'checkpoints', 'trackEvents', 'scans'];

function walk(value: unknown, events: TrackingEvent[]): void {
  if (Array.isArray(value)) {
    for (const each of value) walk(each, events);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    if (!lists.includes(key) || !Array.isArray(part)) {
      walk(part, events);
      continue;
    }
    for (const each of part) {
      const event = typeof each === 'object' && each !== null ? eventOf(each as Json) : null;
      if (event) events.push(event);
    }
  }
}

function eventOf(json: Json): TrackingEvent | null {
  const text = (...names: readonly string[]) =>
    names.map((name) => json[name]).find((part) => typeof part === 'string' && part !== '');
  const status = text('code', 'status', 'eventCode', 'tag');
  const message = text('description', 'message', 'eventDescription');
  if (status === undefined && message === undefined) return null;
  return {
    status: typeof status === 'string' ? status : '',
    message: typeof message === 'string' ? message : null,
  };
}

const blocks =
  /<(?:\w+:)?(TrackSummary|TrackDetail|Activity|Events?|occurrence|TrackingEvent)(?: [^>]*)?>([\s\S]*?)<\/(?:\w+:)?\1>/g;

function eventsInXml(text: string): readonly TrackingEvent[] {
  return [...text.matchAll(blocks)].flatMap(([, , block]): TrackingEvent[] => {
    if (block === undefined) return [];
    const tag = (...names: readonly string[]) =>
      names
        .map((name) => new RegExp(`<(?:\\w+:)?${name}>([^<]+)</`).exec(block)?.[1]?.trim())
        .find((part) => part !== undefined && part !== '');
    const plain = block.includes('<') ? undefined : block.trim();
    const message = tag('EventDescription', 'event-description', 'Event', 'Description', 'Status');
    const status = tag('EventCode', 'EventType', 'event-identifier', 'Code');
    if (message === undefined && status === undefined && plain === undefined) return [];
    const words = message ?? plain;
    return [{ status: status ?? '', message: words === undefined ? null : unescaped(words) }];
  });
}

function unescaped(text: string): string {
  return text
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/\s+/g, ' ');
}
