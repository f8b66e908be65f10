/** XML read from front to back, without looking up anything: no DTD, no entities of its own, no includes. */

interface XmlReader {
  /** An element begins; names come without their prefix. */
  open(name: string, attribute: (name: string) => string | undefined): void;
  /** An element ends, also one that was empty. */
  close(name: string): void;
  text(value: string): void;
}

export class XmlFault extends Error {
  override readonly name = 'XmlFault';
}

const deepest = 500;
const tag = /<(\/?)([^\s/>"'=<]+)((?:\s+[^\s=/>"'<]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;

/** @throws {XmlFault} at a DTD, at what is no XML, and when elements stand deeper than 500 in each other */
export function readXml(source: string, reader: XmlReader): void {
  let depth = 0;
  for (let at = 0; at < source.length; ) {
    const passed = besideTags(source, at, reader);
    if (passed !== undefined) at = passed;
    else {
      tag.lastIndex = at;
      const found = tag.exec(source);
      if (found === null) throw new XmlFault('no XML');
      depth += tell(reader, found);
      if (depth > deepest) throw new XmlFault('too deep');
      at = tag.lastIndex;
    }
  }
}

/** Passes text, remarks and instructions; gives where it stands then, or undefined at a tag. */
function besideTags(source: string, at: number, reader: XmlReader): number | undefined {
  if (source[at] !== '<') {
    const end = endOf(source, '<', at);
    reader.text(withoutEntities(source.slice(at, end)));
    return end;
  }
  if (source.startsWith('<!--', at)) return endOf(source, '-->', at) + 3;
  if (source.startsWith('<?', at)) return endOf(source, '?>', at) + 2;
  if (!source.startsWith('<![CDATA[', at)) return undefined;
  const end = endOf(source, ']]>', at);
  reader.text(source.slice(at + 9, end));
  return end + 3;
}

/** What the tag changes in depth. */
function tell(reader: XmlReader, [, closes, prefixed = '', attributes = '', empty]: RegExpExecArray): number {
  const name = prefixed.slice(prefixed.indexOf(':') + 1);
  if (closes === '/') {
    reader.close(name);
    return -1;
  }
  reader.open(name, (wanted) => attributeIn(attributes, wanted));
  if (empty !== '/') return 1;
  reader.close(name);
  return 0;
}

function attributeIn(attributes: string, wanted: string): string | undefined {
  for (const [, prefixed = '', , twice, once] of attributes.matchAll(
    /([^\s=]+)\s*=\s*("([^"]*)"|'([^']*)')/g,
  )) {
    if (prefixed.slice(prefixed.indexOf(':') + 1) === wanted) return withoutEntities(twice ?? once ?? '');
  }
  return undefined;
}

/** Where the mark stands; the end of the source when it does not. */
function endOf(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from);
  return found < 0 ? source.length : found;
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function withoutEntities(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[name] ?? whole;
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
