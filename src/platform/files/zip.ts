/** A ZIP file read strictly: what one reader sees, every reader sees. Office files are ZIP files. */
import { crc32, inflateRawSync } from 'node:zlib';

/** The files by name, unpacked. */
export type Unzipped = ReadonlyMap<string, Uint8Array>;

const mostFiles = 2_000;
/** Unpacked, all together. A document of a hundred pages has less than two million. */
const mostBytes = 60_000_000;
const endSize = 22;
/** Between two files at most the note on sizes that stands after some. */
const widestGap = 24;

/**
 * All files of the ZIP, or undefined when anything is odd: larger than a document is, locked, twice the same name, hidden bytes
 * before, between or after the files, sizes or checksums that do not hold, names that lead out of the folder.
 */
export function unzip(bytes: Uint8Array): Unzipped | undefined {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return filesOf(zip);
  } catch {
    return undefined;
  }
}

/** Whether some program would open these bytes as a ZIP: its end marker stands where they look for it. */
export function endsAsZip(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-(endSize + 0xffff));
  return tail.includes('PK\x05\x06', 0, 'latin1');
}

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
}

class ZipFault extends Error {}

function need(right: boolean): asserts right {
  if (!right) throw new ZipFault('odd ZIP');
}

function filesOf(zip: Buffer): Unzipped {
  const end = zip.length - endSize;
  need(end > 0 && zip.readUInt32LE(end) === 0x06054b50);
  const count = zip.readUInt16LE(end + 10);
  const start = zip.readUInt32LE(end + 16);
  need(count > 0 && count <= mostFiles);
  // One disk, no comment, and the list of files right before its end.
  need(zip.readUInt32LE(end + 4) === 0 && zip.readUInt16LE(end + 8) === count);
  need(zip.readUInt16LE(end + 20) === 0 && start + zip.readUInt32LE(end + 12) === end);
  const entries = entriesOf(zip, start, end, count);
  need(isPlain(entries));
  const files = new Map<string, Uint8Array>();
  let reached = 0;
  for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
    const gap = entry.offset - reached;
    need(gap >= 0 && gap <= (reached === 0 ? 0 : widestGap));
    const data = dataStart(zip, entry);
    reached = data + entry.packedSize;
    need(reached <= start);
    files.set(entry.name, contentOf(zip.subarray(data, reached), entry));
  }
  need(start - reached <= widestGap);
  return files;
}

function entriesOf(zip: Buffer, start: number, end: number, count: number): readonly Entry[] {
  const entries: Entry[] = [];
  let at = start;
  for (let nth = 0; nth < count; nth += 1) {
    need(zip.readUInt32LE(at) === 0x02014b50);
    const nameSize = zip.readUInt16LE(at + 28);
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameSize),
      flags: zip.readUInt16LE(at + 8),
      method: zip.readUInt16LE(at + 10),
      crc: zip.readUInt32LE(at + 16),
      packedSize: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
      offset: zip.readUInt32LE(at + 42),
    });
    at += 46 + nameSize + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  need(at === end);
  return entries;
}

function isPlain(entries: readonly Entry[]): boolean {
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  return (
    names.size === entries.length &&
    total <= mostBytes &&
    entries.every(
      ({ name, flags, method }) => isInside(name) && (flags & 0x2041) === 0 && (method === 0 || method === 8),
    )
  );
}

const isInside = (name: string) =>
  /^[^/\\\0:][^\\\0:]{0,199}$/.test(name) && !name.split('/').some((part) => part === '..' || part === '.');

/** Where the content begins; the file's own head says the same as the list. */
function dataStart(zip: Buffer, { name, method, offset }: Entry): number {
  need(zip.readUInt32LE(offset) === 0x04034b50 && zip.readUInt16LE(offset + 8) === method);
  const nameEnd = offset + 30 + zip.readUInt16LE(offset + 26);
  need(zip.toString('utf8', offset + 30, nameEnd) === name);
  return nameEnd + zip.readUInt16LE(offset + 28);
}

function contentOf(packed: Buffer, { method, size, crc }: Entry): Uint8Array {
  // One byte of room more, so that what is larger than it says is noticed.
  const content = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: size + 1 });
  need(content.length === size && crc32(content) === crc);
  return content;
}
