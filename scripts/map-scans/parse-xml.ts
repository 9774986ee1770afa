type XmlNode = Readonly<Record<string, unknown>>;

interface Open {
  readonly name: string;
  readonly children: Record<string, unknown>;
  text: string;
}

const piece =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[?!][^>]*>|<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:"[^"]*"|'[^']*'|[^>"'])*?)(\/?)>|([^<]+)/g;

/**
 * An XML text as plain objects, as JSON would have it: elements of one name become a list, attributes
 * become members, prefixes go. Enough for tracking responses; null where nothing opens.
 */
export function parseXml(text: string): XmlNode | null {
  const root: Open = { name: '', children: {}, text: '' };
  const stack: Open[] = [root];
  for (const [, cdata, closing, name, attributes, selfClosing, plain] of text.matchAll(piece)) {
    const top = stack.at(-1) ?? root;
    if (name === undefined) {
      top.text += cdata ?? unescaped(plain ?? '');
    } else if (closing) {
      if (stack.length > 1) close(stack);
    } else {
      stack.push({ name, children: attributesOf(attributes ?? ''), text: '' });
      if (selfClosing) close(stack);
    }
  }
  while (stack.length > 1) close(stack);
  return Object.keys(root.children).length > 0 ? root.children : null;
}

function close(stack: Open[]): void {
  const done = stack.pop();
  const parent = stack.at(-1);
  if (!done || !parent) return;
  const bare = Object.keys(done.children).length === 0;
  const text = done.text.trim();
  const value: unknown = bare ? text : { ...done.children, ...(text ? { text } : {}) };
  const known = parent.children[done.name];
  if (known === undefined) parent.children[done.name] = value;
  else if (Array.isArray(known)) known.push(value);
  else parent.children[done.name] = [known, value];
}

function attributesOf(text: string): Record<string, unknown> {
  const attributes: Record<string, unknown> = {};
  for (const [, name, double, single] of text.matchAll(
    /([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  )) {
    if (name !== undefined) attributes[name] = unescaped(double ?? single ?? '');
  }
  // Namespaces say nothing about a parcel.
  return Object.fromEntries(
    Object.entries(attributes).filter(([, value]) => !String(value).startsWith('http')),
  );
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function unescaped(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (all, hex, decimal, name) => {
    if (typeof hex === 'string') return String.fromCodePoint(Number.parseInt(hex, 16));
    if (typeof decimal === 'string') return String.fromCodePoint(Number(decimal));
    return named[String(name)] ?? all;
  });
}
