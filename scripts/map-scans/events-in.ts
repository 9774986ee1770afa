export interface TrackingEvent {
  readonly status: string;
  readonly message: string | null;
}

type Part = Readonly<Record<string, unknown>>;

/** Where carriers put the code of an event, and where its words; the first that is there counts. */
const statusNames = [
  ...['status', 'statuscode', 'code', 'eventcode', 'eventtype', 'eventidentifier', 'scantype'],
  ...['scaneventtype', 'trackingstatus', 'opcode', 'key', 'tag', 'statustype', 'event'],
];
const messageNames = [
  ...['description', 'eventdescription', 'statusdescription', 'scaneventdescription', 'longlabel'],
  ...['message', 'eventlabel', 'label', 'comment', 'comments', 'remark', 'remarks'],
  ...['desc', 'text', 'eventsummary', 'summary', 'updatedescription', 'trackingeventdescription'],
  ...['eventtext', 'statustext', 'longdescription', 'shortlabel', 'customereventdescription'],
  ...[
    'eventdetail',
    'statusdetail',
    'event',
    'status',
    'libelle',
    'checkpointstatusmessage',
    'notes',
    'details',
  ],
];
/** An event has its day; a list of services or fees has none. */
const dayName = /date|time|datum|stamp|_at$|occurred/i;
/** An event's code and words may be held together in a part of its own. */
const heldTogether = /^(status(type|code)?|service_?event|event(info)?|scan)$/;
/** Here whole events are sentences, with place and day in them. */
const sentenceNames = /^track(summary|detail)$/i;
/** Parts that have a code and a day, and tell of no parcel. */
const otherThings =
  /error|notification|alert|fault|service|option|charge|document|contact|address|dates?$|window/i;

/** The events of a parsed tracking response, by the names that carriers give to their parts. */
export function eventsIn(value: unknown): readonly TrackingEvent[] {
  return found(value, '');
}

function found(value: unknown, name: string): readonly TrackingEvent[] {
  if (Array.isArray(value)) return value.flatMap((each) => found(each, name));
  if (typeof value === 'string') return sentenceNames.test(name) ? [sentence(value)] : [];
  if (!isPart(value) || otherThings.test(name)) return [];
  const inside = Object.entries(value).flatMap(([key, part]) => found(part, key));
  // What holds events is a parcel, not one of them.
  if (inside.length > 0) return inside;
  const event = eventOf(value);
  return event ? [event] : [];
}

function sentence(text: string): TrackingEvent {
  return { status: '', message: text.replace(/\s+/g, ' ').trim() };
}

function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null;
}

function eventOf(part: Part): TrackingEvent | null {
  const members = flattened(part);
  if (![...members.keys()].some((key) => dayName.test(key))) return null;
  const message = first(members, messageNames);
  const status = first(members, statusNames);
  if (message === null && status === null) return null;
  return { status: status === message ? '' : (status ?? ''), message };
}

function flattened(part: Part): ReadonlyMap<string, unknown> {
  const members = new Map<string, unknown>();
  for (const [key, value] of Object.entries(part)) {
    const name = key.toLowerCase().replace(/[^a-z_]/g, '');
    if (isPart(value) && heldTogether.test(name)) {
      for (const [inner, held] of flattened(value)) members.set(inner, held);
    } else members.set(dayName.test(key) ? name : name.replaceAll('_', ''), value);
  }
  return members;
}

function first(members: ReadonlyMap<string, unknown>, names: readonly string[]): string | null {
  for (const name of names) {
    const value = members.get(name);
    if (typeof value === 'number') return String(value);
    if (typeof value === 'string' && value.trim() !== '') return value.replace(/\s+/g, ' ').trim();
  }
  return null;
}
